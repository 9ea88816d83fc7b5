import { Failure, fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import { defineFunction, param, repeatedParam } from "../../evaluate/functions/function.ts";
import { inferSet } from "../../types/infer.ts";
import { describeMismatch } from "../../types/mismatch/describe.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { deprecated } from "./typing.ts";
import {
  validateAbsolutePath,
  validateArray,
  validateBool,
  validateHash,
  validateIpAddress,
  validateIpv4Address,
  validateIpv6Address,
  validateString,
} from "./validate.ts";
import { validateInteger, validateNumeric } from "./validate-range.ts";
import { validateRe, validateSlength } from "./validate-text.ts";

/** The old validations by name, for `validate_legacy`; each fails when the arguments are not valid. */
export const LEGACY_VALIDATIONS: Readonly<Record<string, (args: readonly Value[]) => void>> = {
  validate_absolute_path: validateAbsolutePath,
  validate_array: validateArray,
  validate_bool: validateBool,
  validate_hash: validateHash,
  validate_integer: validateInteger,
  validate_ip_address: validateIpAddress,
  validate_ipv4_address: validateIpv4Address,
  validate_ipv6_address: validateIpv6Address,
  validate_numeric: validateNumeric,
  validate_re: validateRe,
  validate_slength: validateSlength,
  validate_string: validateString,
};

const rest = [param("String", "function_name"), param("Any", "value"), repeatedParam("Any", "args")];

/** Checks a value against a type and by an old validation; only the type counts when they differ in its favour. */
export const validate_legacy = defineFunction(
  "validate_legacy",
  {
    params: [param("Type", "target_type"), ...rest],
    body: (call, type: Type, name: string, ...args: Value[]) => validate(call, type, name, args),
  },
  {
    params: [param("String", "type_string"), ...rest],
    body: (call, type: string, name: string, ...args: Value[]) =>
      validate(call, call.compilation.types.parse(type), name, args),
  },
);

function validate(call: Call, type: Type, name: string, args: readonly Value[]): null {
  const value = args[0]!;
  const was = wasValid(name, args);
  if (type.isInstance(value)) {
    const message = `Accepting previously invalid value for target type '${type}'`;
    if (!was) call.compilation.log({ level: "notice", message });
    return null;
  }
  const words = describeMismatch(`validate_legacy(${name})`, type, inferSet(value));
  if (!was) fail("FAIL", words);
  deprecated(call, "validate_legacy", words);
  return null;
}

function wasValid(name: string, args: readonly Value[]): boolean {
  const check = LEGACY_VALIDATIONS[name];
  if (!check) fail("RUNTIME_ERROR", `undefined method \`function_${name}' for validate_legacy`);
  try {
    check(args);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.issue.code === "PARSE_ERROR") return false;
    throw error;
  }
}
