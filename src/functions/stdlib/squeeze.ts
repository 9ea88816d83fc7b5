import { fail } from "../../diagnostics/failure.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { characterSet } from "../character-set.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** A text, or each of an array, with runs of one character made one; of given characters only when there are any. */
export const squeeze = defineLegacyFunction("squeeze", -1, (_call, args) => {
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
