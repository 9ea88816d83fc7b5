import { fail } from "../../diagnostics/failure.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { leadingInteger } from "../numeric-text.ts";
import { parseError } from "../parse-error.ts";
import { textSuccessor } from "../text-successor.ts";

const MOST = 1_000_000;

/** The integers or texts from one to another, or of a range written as text, every nth. */
export const range = defineLegacyFunction("range", -1, (_call, args) => {
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
