import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { isIp } from "../ip-address.ts";
import { validateEach, validText } from "../validate-each.ts";

/** Fails unless all arguments are IPv6 addresses; deprecated. */
export const validate_ipv6_address = defineDeprecatedCheck(
  "validate_ipv6_address",
  validateAdvice("Stdlib::Compat::Ipv6_address"),
  (_call, args) => {
    validateIpv6Address(args);
    return null;
  },
);

/** Fails unless all arguments are IPv6 addresses. */
export function validateIpv6Address(args: readonly Value[]): void {
  validateEach("validate_ipv6_address", args, (value) =>
    validText(value, (text) => isIp(text, 6), "a valid IPv6 address."),
  );
}
