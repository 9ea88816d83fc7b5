import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The first argument that is neither undef nor an empty string. */
export const pick = defineLegacyFunction("pick", -1, (_call, args) => {
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
