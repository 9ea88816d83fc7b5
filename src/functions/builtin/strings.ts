import {
  type BuiltinFunction,
  defineFunction,
  defineFunctionWithTypes,
  param,
} from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { elements } from "../iterable.ts";

/** A function that changes a string, or each string of an iterable; numbers stay as they are. */
export function defineStringChange(name: string, change: (text: string) => string): BuiltinFunction {
  const changed = (value: Value) => (typeof value === "string" ? change(value) : value);
  return defineFunction(
    name,
    { params: [param("Numeric", "arg")], body: (_call, arg) => arg! },
    { params: [param("String", "arg")], body: (_call, arg: string) => change(arg) },
    {
      params: [param("Iterable[Variant[String, Numeric]]", "arg")],
      body: (_call, arg) => Array.from(elements(arg!), changed),
    },
  );
}

/** The first letter in upper case, the others in lower case: Ruby's `capitalize`. */
function capitalizeText(text: string): string {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("").toLowerCase();
}

const STRING_DATA = "Variant[String, Numeric, Array[StringData], Hash[StringData, StringData]]";

/** `downcase` and `upcase`: strings at any depth of arrays and hashes, keys too, are changed. */
export function defineCaseChange(name: string, change: (text: string) => string): BuiltinFunction {
  const changed = (value: Value): Value => {
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map(changed);
    if (value instanceof Hash) return Hash.from([...value].map(([k, v]) => [changed(k), changed(v)]));
    return value;
  };
  const body = (_call: unknown, arg: Value) => changed(arg);
  return defineFunctionWithTypes(
    name,
    { StringData: STRING_DATA },
    { params: [param("Numeric", "arg")], body },
    { params: [param("String", "arg")], body },
    { params: [param("Array[StringData]", "arg")], body },
    { params: [param("Hash[StringData, StringData]", "arg")], body },
  );
}

/** Without one line end at the end. */
const chomp = defineStringChange("chomp", (text) => text.replace(/(?:\r\n|\n|\r)$/, ""));

/** Without the last character, or without a CR and LF at the end. */
const chop = defineStringChange("chop", (text) => text.replace(/(?:\r\n|[\s\S])$/u, ""));

/** Without white space at the beginning. */
const lstrip = defineStringChange("lstrip", (text) => text.replace(/^[\0\t-\r ]+/, ""));

/** Without white space at the end. */
const rstrip = defineStringChange("rstrip", (text) => text.replace(/[\0\t-\r ]+$/, ""));

/** Without white space at both ends. */
const strip = defineStringChange("strip", (text) =>
  text.replace(/^[\0\t-\r ]+/, "").replace(/[\0\t-\r ]+$/, ""),
);

/** In upper case, also inside arrays and hashes. */
const upcase = defineCaseChange("upcase", (text) => text.toUpperCase());

/** In lower case, also inside arrays and hashes. */
const downcase = defineCaseChange("downcase", (text) => text.toLowerCase());

/** The first letter in upper case, the others in lower case. */
const capitalize = defineStringChange("capitalize", capitalizeText);

/** Words joined by underscores as one CamelCase word. */
const camelcase = defineStringChange("camelcase", (text) => text.split("_").map(capitalizeText).join(""));

/** The functions of this chapter. */
export const stringFunctions: readonly BuiltinFunction[] = [
  chomp,
  chop,
  lstrip,
  rstrip,
  strip,
  upcase,
  downcase,
  capitalize,
  camelcase,
];
