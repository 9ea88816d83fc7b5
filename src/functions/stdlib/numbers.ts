import { fail } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/grouping.ts";
import { implicitText } from "../implicit-text.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { leadingFloat, leadingInteger, wholeNumber } from "../numeric-text.ts";

/** Ruby's `succ` of a text: its last letter or digit goes on by one and carries to the left: `az` to `ba`, `Zz` to `AAa`. */
export function textSuccessor(text: string): string {
  const characters = [...text];
  const positions = characters.flatMap((c, i) => (/[0-9A-Za-z]/.test(c) ? [i] : []));
  if (positions.length === 0) return withNextCode(characters);
  for (const position of positions.reverse()) {
    const { next, carry } = nextCharacter(characters[position]!);
    characters[position] = next;
    if (carry === undefined) return characters.join("");
    if (position === positions.at(-1)) characters.splice(position, 0, carry);
  }
  return characters.join("");
}

function withNextCode(characters: string[]): string {
  const last = characters.pop();
  return last === undefined ? "" : characters.join("") + String.fromCodePoint(last.codePointAt(0)! + 1);
}

/** The character after one of its kind, and what is carried when its kind begins anew. */
function nextCharacter(character: string): { readonly next: string; readonly carry?: string } {
  if (character === "9") return { next: "0", carry: "1" };
  if (character === "z") return { next: "a", carry: "a" };
  if (character === "Z") return { next: "A", carry: "A" };
  return { next: String.fromCharCode(character.charCodeAt(0) + 1) };
}

/** The middle one of three numbers: a value kept between two others. */
const clamp = defineLegacyFunction("clamp", -2, (_call, args) => {
  const values = flattened(args);
  if (values.length !== 3) parseError("clamp(): Wrong number of arguments, need three to clamp");
  const numbers = values.map(numberOf).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return numbers[1]!;
});

function numberOf(value: Value): bigint {
  if (value instanceof Hash) parseError(`clamp(): The Hash type is not allowed (${rubyText(value)})`);
  if (typeof value === "string" && !/^\d+$/m.test(value)) {
    parseError(`clamp(): Required explicit numeric (${value}:String)`);
  }
  if (typeof value === "number") return BigInt(Math.trunc(value));
  return typeof value === "bigint" ? value : leadingInteger(rubyText(value));
}

/** An integer written in another base. */
const convert_base = defineLegacyFunction("convert_base", 2, (_call, [number, base]) => {
  if (!isIntegerLike(number!))
    parseError("convert_base(): First argument must be either a string or an integer");
  if (!isIntegerLike(base!))
    parseError("convert_base(): Second argument must be either a string or an integer");
  const radix = integerOf(base!);
  const value = integerOf(number!);
  if (radix < 2n || radix > 36n) {
    parseError("convert_base(): base must be at least 2 and must not be greater than 36");
  }
  return value.toString(Number(radix));
});

function isIntegerLike(value: Value): boolean {
  return typeof value === "bigint" || typeof value === "string";
}

function integerOf(value: Value): bigint {
  if (typeof value === "bigint") return value;
  if (/^[0-9]+$/.test(value as string)) return BigInt(value as string);
  return parseError(
    "convert_base(): First argument must be an integer or a string corresponding to an integer in base 10",
  );
}

const PREFIXES = "kMGTPE";

/** The bytes that a text like `4 kB` means. */
const to_bytes = defineLegacyFunction("to_bytes", -1, (_call, args) => {
  const [size] = args;
  if (args.length !== 1) parseError(`to_bytes(): Wrong number of arguments given (${args.length} for 1)`);
  if (typeof size === "bigint" || typeof size === "number") return size;
  const [, number = "", prefix = ""] = /([0-9.e+-]*)\s*([^bB]?)/.exec(implicitText(size!))!;
  const power = prefix === "" ? 0 : PREFIXES.indexOf(prefix) + 1;
  if (prefix !== "" && power === 0) parseError(`to_bytes(): Unknown prefix ${prefix}`);
  return wholeNumber(Math.trunc(leadingFloat(number) * 1024 ** power));
});

const MOST = 1_000_000;

/** The integers or texts from one to another, or of a range written as text, every nth. */
const range = defineLegacyFunction("range", -1, (_call, args) => {
  if (args.length === 0) parseError("range(): Wrong number of arguments given (0 for 1)");
  if (args.length === 1) return written(rubyText(args[0]!));
  const step = args[2] === undefined ? 1n : leadingInteger(rubyText(args[2]));
  const size = Number(step < 0n ? -step : step);
  if (size === 0)
    fail("ARGUMENT_ERROR", "range(): 3rd arg (step size) must be a non zero integer (e.g. 1 or -1)");
  return spread(rubyText(args[0]!), rubyText(args[1]!), size, false);
});

function written(text: string): Value[] {
  const match = /^(\w+)(\.\.\.?|-)(\w+)$/m.exec(text);
  if (match) return spread(match[1]!, match[3]!, 1, match[2] === "...");
  return /^.+$/m.test(text)
    ? parseError(`range(): Unable to compute range from the value: ${text}`)
    : parseError(`range(): Unknown range format: ${text}`);
}

function spread(start: string, stop: string, step: number, exclusive: boolean): Value[] {
  const all = /^\d+$/m.test(start)
    ? integers(leadingInteger(start), leadingInteger(stop))
    : texts(start, stop);
  const result: Value[] = [];
  let index = 0;
  for (const value of all) {
    if (exclusive && String(value) === String(stop)) break;
    if (index++ % step === 0) result.push(value);
    if (result.length === MOST) break;
  }
  return result;
}

function* integers(start: bigint, stop: bigint): IterableIterator<bigint> {
  for (let value = start; value <= stop; value++) yield value;
}

/** Ruby's ranges of strings: successors until the end is met, or the text has grown longer than it. */
function* texts(start: string, stop: string): IterableIterator<string> {
  if (start > stop) return;
  yield start;
  if (start === stop) return;
  for (let text = textSuccessor(start); text.length <= stop.length; text = textSuccessor(text)) {
    yield text;
    if (text === stop) return;
  }
}

/** The functions of this chapter. */
export const numberFunctions: readonly BuiltinFunction[] = [clamp, convert_base, to_bytes, range];
