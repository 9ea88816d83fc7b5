import { defineLegacyFunction } from "../legacy-function.ts";
import { validateEach, validText } from "../validate-each.ts";
import { isEmailAddress } from "./is_email_address.ts";

/** Fails unless every argument is a valid email address. */
export const validate_email_address = defineLegacyFunction("validate_email_address", -1, (_call, args) => {
  validateEach("validate_email_address", args, (value) =>
    validText(value, isEmailAddress, "a valid email address"),
  );
  return null;
});
