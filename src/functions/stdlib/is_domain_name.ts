import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is a syntactically correct domain name. */
export const is_domain_name = defineLegacyFunction("is_domain_name", -1, (_call, args) => {
  if (args.length !== 1) parseError(`is_domain_name(): Wrong number of arguments given ${args.length} for 1`);
  return isDomainName(args[0]!);
});

/** Whether a value is a domain name: labels of letters, digits and inner hyphens, the last one of letters. */
export function isDomainName(value: Value): boolean {
  if (typeof value !== "string") return false;
  if (value === ".") return true;
  const domain = value.replace(/\.$/, "");
  if (domain === "" || domain.length > 255) return false;
  if (domain.includes(".") && !/\.[A-Za-z]+$/m.test(domain)) return false;
  return domain
    .split(".")
    .every((label) => label.length <= 63 && /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i.test(label));
}
