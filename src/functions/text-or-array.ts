import type { BuiltinFunction } from "../evaluate/functions/function.ts";
import type { Value } from "../values/value.ts";
import { defineLegacyFunction } from "./legacy-function.ts";
import { parseError } from "./parse-error.ts";

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
