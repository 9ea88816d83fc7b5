import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { notA, validateEach } from "../validate-each.ts";

/** Fails unless all arguments are booleans; deprecated. */
export const validate_bool = defineDeprecatedCheck(
  "validate_bool",
  validateAdvice("Stdlib::Compat::Bool"),
  (_call, args) => {
    validateBool(args);
    return null;
  },
);

/** Fails unless all arguments are booleans. */
export function validateBool(args: readonly Value[]): void {
  validateEach("validate_bool", args, (value) => {
    if (!(typeof value === "boolean")) notA("a boolean", value);
  });
}
