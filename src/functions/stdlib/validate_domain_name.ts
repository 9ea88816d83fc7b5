import { defineLegacyFunction } from "../legacy-function.ts";
import { validateEach, validText } from "../validate-each.ts";
import { isDomainName } from "./is_domain_name.ts";

/** Fails unless every argument is a syntactically correct domain name. */
export const validate_domain_name = defineLegacyFunction("validate_domain_name", -1, (_call, args) => {
  validateEach("validate_domain_name", args, (value) =>
    validText(value, isDomainName, "a syntactically correct domain name"),
  );
  return null;
});
