import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { isIp } from "../ip-address.ts";
import { validateEach, validText } from "../validate-each.ts";

/** Fails unless all arguments are IP addresses; deprecated. */
export const validate_ip_address = defineDeprecatedCheck(
  "validate_ip_address",
  validateAdvice("Stdlib::Compat::Ip_Address"),
  (_call, args) => {
    validateIpAddress(args);
    return null;
  },
);

/** Fails unless all arguments are IP addresses. */
export function validateIpAddress(args: readonly Value[]): void {
  validateEach("validate_ip_address", args, (value) =>
    validText(value, (text) => isIp(text), "a valid IP address."),
  );
}
