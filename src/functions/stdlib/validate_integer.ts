import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { integerOf } from "../sprintf/arguments.ts";
import { validateRange } from "../validate-range.ts";

/** Fails unless its argument is an Integer, or an array of such, between limits; deprecated. */
export const validate_integer = defineDeprecatedCheck(
  "validate_integer",
  validateAdvice("Stdlib::Compat::Integer"),
  (_call, args) => {
    validateInteger(args);
    return null;
  },
);

/** Fails unless the first argument is an Integer, or an array of such, between limits. */
export function validateInteger(args: readonly Value[]): void {
  validateRange({ name: "validate_integer", label: "an Integer", parse: integerOf }, args);
}
