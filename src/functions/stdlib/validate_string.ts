import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { notA, validateEach } from "../validate-each.ts";

/** Fails unless all arguments are strings or undef; deprecated. */
export const validate_string = defineDeprecatedCheck(
  "validate_string",
  validateAdvice("Stdlib::Compat::String"),
  (_call, args) => {
    validateString(args);
    return null;
  },
);

/** Fails unless all arguments are strings or undef. */
export function validateString(args: readonly Value[]): void {
  validateEach("validate_string", args, (value) => {
    if (!(typeof value === "string" || value === null)) notA("a string", value);
  });
}
