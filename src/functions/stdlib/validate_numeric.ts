import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { floatOf } from "../sprintf/arguments.ts";
import { validateRange } from "../validate-range.ts";

/** Fails unless its argument is a Numeric, or an array of such, between limits; deprecated. */
export const validate_numeric = defineDeprecatedCheck(
  "validate_numeric",
  validateAdvice("Stdlib::Compat::Numeric"),
  (_call, args) => {
    validateNumeric(args);
    return null;
  },
);

/** Fails unless the first argument is a Numeric, or an array of such, between limits. */
export function validateNumeric(args: readonly Value[]): void {
  validateRange({ name: "validate_numeric", label: "a Numeric", parse: floatOf }, args);
}
