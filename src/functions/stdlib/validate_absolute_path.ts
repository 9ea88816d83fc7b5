import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { parseError } from "../parse-error.ts";
import { validateEach } from "../validate-each.ts";
import { isAbsolutePath } from "./is_absolute_path.ts";

/** Fails unless all arguments are absolute paths or arrays of them; deprecated. */
export const validate_absolute_path = defineDeprecatedCheck(
  "validate_absolute_path",
  validateAdvice("Stdlib::Compat::Absolute_Path"),
  (_call, args) => {
    validateAbsolutePath(args);
    return null;
  },
);

/** Fails unless all arguments are absolute paths or arrays of them. */
export function validateAbsolutePath(args: readonly Value[]): void {
  validateEach("validate_absolute_path", args, (value) => {
    for (const path of [value].flat() as Value[]) {
      if (!isAbsolutePath(path)) parseError(`${rubyInspect(path)} is not an absolute path.`);
    }
  });
}
