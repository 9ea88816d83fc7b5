import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { isIp } from "../ip-address.ts";
import { validateEach, validText } from "../validate-each.ts";

/** Fails unless all arguments are IPv4 addresses; deprecated. */
export const validate_ipv4_address = defineDeprecatedCheck(
  "validate_ipv4_address",
  validateAdvice("Stdlib::Compat::Ipv4_Address"),
  (_call, args) => {
    validateIpv4Address(args);
    return null;
  },
);

/** Fails unless all arguments are IPv4 addresses. */
export function validateIpv4Address(args: readonly Value[]): void {
  validateEach("validate_ipv4_address", args, (value) =>
    validText(value, (text) => isIp(text, 4), "a valid IPv4 address."),
  );
}
