import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { notA, validateEach } from "../validate-each.ts";

/** Fails unless all arguments are arrays; deprecated. */
export const validate_array = defineDeprecatedCheck(
  "validate_array",
  validateAdvice("Stdlib::Compat::Array"),
  (_call, args) => {
    validateArray(args);
    return null;
  },
);

/** Fails unless all arguments are arrays. */
export function validateArray(args: readonly Value[]): void {
  validateEach("validate_array", args, (value) => {
    if (!Array.isArray(value)) notA("an Array", value);
  });
}
