import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import { isIp } from "../../values/ip-address.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { isDomainName, isEmailAddress } from "./checks.ts";
import { defineDeprecatedCheck, isAbsolutePath, validateAdvice } from "./deprecated-checks.ts";

/** Check every argument of an old validation; there must be one at least. */
export function validateEach(name: string, args: readonly Value[], check: (value: Value) => void): void {
  if (args.length === 0) parseError(`${name}(): wrong number of arguments (0; must be > 0)`);
  for (const arg of args) check(arg);
}

/** Fail because a value is not of a kind: `1 is not a string.  It looks to be a Integer`. */
export function notA(kind: string, value: Value): never {
  return parseError(`${rubyInspect(value)} is not ${kind}.  It looks to be a ${rubyClass(value)}`);
}

/** Fail unless a value is a string for which something holds. */
export function validText(value: Value, holds: (text: string) => boolean, complaint: string): void {
  if (typeof value !== "string") parseError(`${rubyInspect(value)} is not a string.`);
  if (!holds(value)) parseError(`${rubyInspect(value)} is not ${complaint}`);
}

/** Fails unless all arguments are arrays; deprecated. */
const validate_array = defineDeprecatedCheck(
  "validate_array",
  validateAdvice("Stdlib::Compat::Array"),
  (_call, args) => {
    validateArray(args);
    return null;
  },
);

/** Fails unless all arguments are arrays. */
export function validateArray(args: readonly Value[]): void {
  validateEach("validate_array", args, (value) => {
    if (!Array.isArray(value)) notA("an Array", value);
  });
}

/** Fails unless all arguments are booleans; deprecated. */
const validate_bool = defineDeprecatedCheck(
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

/** Fails unless all arguments are hashes; deprecated. */
const validate_hash = defineDeprecatedCheck(
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

/** Fails unless all arguments are strings or undef; deprecated. */
const validate_string = defineDeprecatedCheck(
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

/** Fails unless all arguments are absolute paths or arrays of them; deprecated. */
const validate_absolute_path = defineDeprecatedCheck(
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

/** Fails unless every argument is a syntactically correct domain name. */
const validate_domain_name = defineLegacyFunction("validate_domain_name", -1, (_call, args) => {
  validateEach("validate_domain_name", args, (value) =>
    validText(value, isDomainName, "a syntactically correct domain name"),
  );
  return null;
});

/** Fails unless every argument is a valid email address. */
const validate_email_address = defineLegacyFunction("validate_email_address", -1, (_call, args) => {
  validateEach("validate_email_address", args, (value) =>
    validText(value, isEmailAddress, "a valid email address"),
  );
  return null;
});

/** Fails unless all arguments are IP addresses; deprecated. */
const validate_ip_address = defineDeprecatedCheck(
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

/** Fails unless all arguments are IPv4 addresses; deprecated. */
const validate_ipv4_address = defineDeprecatedCheck(
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

/** Fails unless all arguments are IPv6 addresses; deprecated. */
const validate_ipv6_address = defineDeprecatedCheck(
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

/** The functions of this chapter. */
export const validateFunctions: readonly BuiltinFunction[] = [
  validate_array,
  validate_bool,
  validate_hash,
  validate_string,
  validate_absolute_path,
  validate_domain_name,
  validate_email_address,
  validate_ip_address,
  validate_ipv4_address,
  validate_ipv6_address,
];
