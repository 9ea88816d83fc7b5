import { randomInt } from "node:crypto";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** An array or a text in an order that chance gives. */
export const shuffle = defineLegacyFunction("shuffle", -1, (_call, [value, ...rest]) => {
  if (value === undefined) parseError(`shuffle(): Wrong number of arguments given (${rest.length} for 1)`);
  if (typeof value === "string") return shuffled([...value]).join("");
  return Array.isArray(value)
    ? shuffled(value)
    : parseError("shuffle(): Requires either array or string to work with");
});

function shuffled<T>(values: readonly T[]): T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
