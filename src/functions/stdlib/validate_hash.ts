import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { notA, validateEach } from "../validate-each.ts";

/** Fails unless all arguments are hashes; deprecated. */
export const validate_hash = defineDeprecatedCheck(
  "validate_hash",
  validateAdvice("Stdlib::Compat::Hash"),
  (_call, args) => {
    validateHash(args);
    return null;
  },
);

/** Fails unless all arguments are hashes. */
export function validateHash(args: readonly Value[]): void {
  validateEach("validate_hash", args, (value) => {
    if (!(value instanceof Hash)) notA("a Hash", value);
  });
}
