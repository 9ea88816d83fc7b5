import { fail } from "../../diagnostics/failure.ts";
import {
  type BuiltinFunction,
  defineFunction,
  optionalParam,
  param,
} from "../../evaluate/functions/function.ts";
import { isTrue } from "../../evaluate/truth.ts";
import { Hash } from "../../values/hash.ts";
import { Regexp } from "../../values/regexp.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { rubyEqual } from "../ruby-equal.ts";

/** A function of stdlib that changes a string, or each string of an array. */
export function defineTextOrArray(name: string, change: (text: string) => string): BuiltinFunction {
  return defineLegacyFunction(name, -1, (_call, [value, ...rest]) => {
    if (value === undefined) parseError(`${name}(): Wrong number of arguments given (${rest.length} for 1)`);
    if (typeof value === "string") return change(value);
    if (!Array.isArray(value)) parseError(`${name}(): Requires either array or string to work with`);
    return (value as readonly Value[]).map((element) =>
      typeof element === "string" ? change(element) : element,
    );
  });
}

/** `prefix` and `suffix`: the elements of an array, or the keys of a hash, with a text put to them. */
export function defineAffix(name: string, put: (text: string, affix: string) => string): BuiltinFunction {
  return defineLegacyFunction(name, -1, (_call, [values, affix = "", ...rest]) => {
    if (values === undefined) parseError(`${name}(): Wrong number of arguments given (${rest.length} for 1)`);
    if (!Array.isArray(values) && !(values instanceof Hash)) {
      parseError(`${name}(): expected first argument to be an Array or a Hash, got ${rubyInspect(values)}`);
    }
    const given = isTrue(affix) ? affix : "";
    if (typeof given !== "string") {
      parseError(`${name}(): expected second argument to be a String, got ${rubyInspect(affix)}`);
    }
    const changed = (value: Value) => put(rubyText(value), given);
    if (values instanceof Hash) return Hash.from([...values].map(([key, value]) => [changed(key), value]));
    return (values as readonly Value[]).map(changed);
  });
}

/** Ruby's character sets of `tr` as a part of a pattern: ranges, and `^` in front for all others. */
export function characterSet(text: string): string {
  const negated = text.length > 1 && text.startsWith("^");
  const inside = Regexp.escape(negated ? text.slice(1) : text).replace(/(?<=.)\\-(?=.)/g, "-");
  return `[${negated ? "^" : ""}${inside.replace(/\\([# ])/g, "$1")}]`;
}

/** The elements of an array, or the keys of a hash, with a text before them. */
const prefix = defineAffix("prefix", (text, prefix) => prefix + text);

/** The elements of an array, or the keys of a hash, with a text behind them. */
const suffix = defineAffix("suffix", (text, suffix) => text + suffix);

/** A text, or each of an array, as a pattern that matches it literally. */
const regexpescape = defineTextOrArray("regexpescape", Regexp.escape);

/** A text, or each of an array, with upper and lower case exchanged. */
const swapcase = defineTextOrArray("swapcase", (text) =>
  [...text].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join(""),
);

/** A text with LF instead of CR and LF at its line ends. */
const dos2unix = defineLegacyFunction("dos2unix", 1, (_call, [text]) => {
  if (typeof text !== "string") parseError("dos2unix(): Requires string as argument");
  return text.replace(/\r\n/g, "\n");
});

/** A text with CR and LF at its line ends. */
const unix2dos = defineLegacyFunction("unix2dos", 1, (_call, [text]) => {
  if (typeof text !== "string") parseError("unix2dos(): Requires string as argument");
  return text.replace(/\r*\n/g, "\r\n");
});

/** A text, or each of an array, with the characters escaped that a URI cannot have. */
const uriescape = defineTextOrArray("uriescape", (text) =>
  text.replace(/[^-_.!~*'()a-zA-Z\d;/?:@&=+$,[\]]/gu, (c) =>
    [...Buffer.from(c, "utf8")]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  ),
);

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as content of XML, or as an attribute with its quotes. */
const xml_encode = defineFunction("stdlib::xml_encode", {
  params: [param("String", "str"), optionalParam("Enum['text','attr']", "type")],
  returns: "String",
  body: (_call, text: string, type = "text") =>
    type === "attr" ? `"${text.replace(/[&<>"]/g, entity)}"` : text.replace(/[&<>]/g, entity),
});

function entity(character: string): string {
  return ENTITIES[character]!;
}

/** A text, or each of an array, with runs of one character made one; of given characters only when there are any. */
const squeeze = defineLegacyFunction("squeeze", -1, (_call, args) => {
  const [item, characters] = args;
  if (args.length !== 1 && args.length !== 2) {
    parseError(`squeeze(): Wrong number of arguments given ${args.length} for 2 or 1`);
  }
  const set = characters === undefined ? "[\\s\\S]" : characterSet(rubyText(characters));
  const runs = new RegExp(`(${set})\\1+`, "gu");
  return Array.isArray(item) ? item.map((each: Value) => squeezed(each, runs)) : squeezed(item!, runs);
});

function squeezed(value: Value, runs: RegExp): string {
  if (typeof value === "string") return value.replace(runs, "$1");
  return fail("RUNTIME_ERROR", `undefined method \`squeeze' for ${rubyText(value)}:${rubyClass(value)}`);
}

/** How many elements are equal to a value, or are neither undef nor an empty string. */
const count = defineLegacyFunction("count", -2, (_call, args) => {
  if (args.length > 2)
    fail("ARGUMENT_ERROR", `count(): Wrong number of arguments given ${args.length} for 1 or 2.`);
  const [collection, item] = args;
  if (typeof collection === "string") return countedCharacters(collection, item);
  const elements: readonly Value[] =
    collection instanceof Hash ? [...collection] : (collection as readonly Value[]);
  if (!Array.isArray(elements)) return 0n;
  const wanted = item === undefined || item === false ? undefined : item;
  return BigInt(
    elements.filter((e) => (wanted === undefined ? e !== null && e !== "" : rubyEqual(e, wanted))).length,
  );
});

/** Ruby's String#count: the characters of a set. */
function countedCharacters(text: string, characters: Value | undefined): Value {
  if (characters === undefined || characters === false || characters === null)
    return fail("ARGUMENT_ERROR", "wrong number of arguments (given 0, expected 1+)");
  if (characters === "") return 0n;
  return BigInt(text.match(new RegExp(characterSet(rubyText(characters)), "gu"))?.length ?? 0);
}

/** Whether a text starts with a text, or with any of several. */
const start_with = defineFunction("stdlib::start_with", {
  params: [param("String", "test_string"), param("Variant[String[1],Array[String[1], 1]]", "prefixes")],
  returns: "Boolean",
  body: (_call, text: string, prefixes: string | readonly string[]) =>
    [prefixes].flat().some((prefix) => text.startsWith(prefix)),
});

/** Whether a text ends with a text, or with any of several. */
const end_with = defineFunction("stdlib::end_with", {
  params: [param("String", "test_string"), param("Variant[String[1],Array[String[1], 1]]", "suffixes")],
  returns: "Boolean",
  body: (_call, text: string, suffixes: string | readonly string[]) =>
    [suffixes].flat().some((suffix) => text.endsWith(suffix)),
});

/** The functions of this chapter. */
export const stringFunctions: readonly BuiltinFunction[] = [
  prefix,
  suffix,
  regexpescape,
  swapcase,
  dos2unix,
  unix2dos,
  uriescape,
  xml_encode,
  squeeze,
  count,
  start_with,
  end_with,
];
