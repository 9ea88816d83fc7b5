import type { Call } from "../../evaluate/functions/call.ts";
import { type BuiltinFunction, defineFunction, repeatedParam } from "../../evaluate/functions/function.ts";
import { floatToText } from "../../values/float-text.ts";
import { isIp } from "../../values/ip-address.ts";
import type { Value } from "../../values/value.ts";
import { parseError } from "../legacy-function.ts";
import { leadingFloat, leadingInteger } from "../numeric-text.ts";
import { deprecated } from "./typing.ts";

/** One of stdlib's old `is_...` or `validate_...` functions: it warns, then does what it always did. */
export function defineDeprecatedCheck(
  name: string,
  advice: string,
  check: (call: Call, args: readonly Value[]) => Value,
): BuiltinFunction {
  return defineFunction(name, {
    params: [repeatedParam("Any", "args")],
    body(call, ...args: Value[]) {
      deprecated(call, name, advice);
      return check(call, args);
    },
  });
}

/** The advice of the `is_...` functions: a data type to match with instead. */
export function matchAdvice(type: string): string {
  return (
    `This method is deprecated, please use match expressions with Stdlib::Compat::${type} instead. They are ` +
    "described at https://docs.puppet.com/puppet/latest/reference/lang_data_type.html#match-expressions."
  );
}

/** The advice of the `validate_...` functions: a data type for `validate_legacy`. */
export function validateAdvice(type: string): string {
  return (
    "This method is deprecated, please use the stdlib validate_legacy function,\n" +
    `                    with ${type}. There is further documentation for validate_legacy function in the README.`
  );
}

/** Whether a value is a Float, or a text that Ruby writes a Float as. */
export function isFloatLike(value: Value): boolean {
  if (typeof value === "number") return true;
  return typeof value === "string" && value === floatToText(leadingFloat(value));
}

/** Whether a value is a number, or a text of one. */
export function isNumericLike(value: Value): boolean {
  if (typeof value === "bigint" || typeof value === "number") return true;
  return typeof value === "string" && /^-?(?:[1-9]\d*|0)(?:\.\d+)?(?:[eE]-?\d+)?$/m.test(value);
}

/** Whether a value is undef, or a text that is not how Ruby writes a number. */
export function isWordLike(value: Value): boolean {
  if (value === null) return true;
  if (typeof value !== "string") return false;
  return value !== floatToText(leadingFloat(value)) && value !== String(leadingInteger(value));
}

/** Whether its argument is an array; deprecated. */
const is_array = defineDeprecatedCheck("is_array", matchAdvice("Array"), (_call, args) => {
  if (args.length === 0) parseError(`is_array(): Wrong number of arguments given (${args.length} for 1)`);
  return Array.isArray(args[0]);
});

/** Whether its argument is a boolean; deprecated. */
const is_bool = defineDeprecatedCheck("is_bool", matchAdvice("Bool"), (_call, args) => {
  if (args.length !== 1) parseError(`is_bool(): Wrong number of arguments given (${args.length} for 1)`);
  return typeof args[0] === "boolean";
});

/** Whether its argument is a Float, or a text of one; deprecated. */
const is_float = defineDeprecatedCheck("is_float", matchAdvice("Float"), (_call, args) => {
  if (args.length !== 1) parseError(`is_float(): Wrong number of arguments given ${args.length} for 1`);
  return isFloatLike(args[0]!);
});

/** Whether its argument is a number, or a text of one; deprecated. */
const is_numeric = defineDeprecatedCheck("is_numeric", matchAdvice("Numeric"), (_call, args) => {
  if (args.length !== 1) parseError(`is_numeric(): Wrong number of arguments given ${args.length} for 1`);
  return isNumericLike(args[0]!);
});

/** Whether its argument is a text that is no number; deprecated. */
const is_string = defineDeprecatedCheck("is_string", matchAdvice("String"), (_call, args) => {
  if (args.length === 0) parseError(`is_string(): Wrong number of arguments given (${args.length} for 1)`);
  return isWordLike(args[0]!);
});

/** Whether its argument is an IP address; deprecated. */
const is_ip_address = defineDeprecatedCheck("is_ip_address", matchAdvice("Ip_address"), (_call, args) => {
  if (args.length !== 1) parseError(`is_ip_address(): Wrong number of arguments given ${args.length} for 1`);
  return isIp(args[0]!);
});

/** Whether its argument is an IPv4 address; deprecated. */
const is_ipv4_address = defineDeprecatedCheck("is_ipv4_address", matchAdvice("Ipv4"), (_call, args) => {
  if (args.length !== 1)
    parseError(`is_ipv4_address(): Wrong number of arguments given ${args.length} for 1`);
  return isIp(args[0]!, 4);
});

/** Whether its argument is an IPv6 address; deprecated. */
const is_ipv6_address = defineDeprecatedCheck("is_ipv6_address", matchAdvice("Ipv6"), (_call, args) => {
  if (args.length !== 1)
    parseError(`is_ipv6_address(): Wrong number of arguments given ${args.length} for 1`);
  return isIp(args[0]!, 6);
});

/** Whether its argument is an absolute path of Unix or Windows; deprecated. */
const is_absolute_path = defineDeprecatedCheck(
  "is_absolute_path",
  matchAdvice("Absolute_Path"),
  (_call, args) => isAbsolutePath(args[0] ?? null),
);

const WINDOWS = /^(?:[A-Z]:[\\/]|[\\/]{2}[^\\/]+[\\/][^\\/]+|[\\/]{2}\?[\\/][^\\/]+)/im;

/** Whether a value is an absolute path of Unix or Windows. */
export function isAbsolutePath(value: Value): boolean {
  return typeof value === "string" && (/^\//m.test(value) || WINDOWS.test(value));
}

/** The functions of this chapter. */
export const deprecatedCheckFunctions: readonly BuiltinFunction[] = [
  is_array,
  is_bool,
  is_float,
  is_numeric,
  is_string,
  is_ip_address,
  is_ipv4_address,
  is_ipv6_address,
  is_absolute_path,
];
