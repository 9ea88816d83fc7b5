import { fail } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";

/** The first argument that is neither undef nor an empty string. */
const pick = defineLegacyFunction("pick", -1, (_call, args) => {
  const first = args.find(isGiven);
  if (first === undefined || rubyText(first) === "") {
    parseError("pick(): must receive at least one non empty value");
  }
  return first;
});

/** Whether a value is neither undef nor an empty string. */
export function isGiven(value: Value): boolean {
  return value !== null && value !== "";
}

/** The first argument that is neither undef nor an empty string, or else the last one. */
const pick_default = defineLegacyFunction("pick_default", -1, (_call, args) => {
  if (args.length === 0) fail("RUNTIME_ERROR", "Must receive at least one argument.");
  return args.find(isGiven) ?? args.at(-1)!;
});

/** The functions of this chapter. */
export const pickingFunctions: readonly BuiltinFunction[] = [pick, pick_default];
