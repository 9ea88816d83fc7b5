import type { Value } from "../values/value.ts";
import { validateAbsolutePath } from "./stdlib/validate_absolute_path.ts";
import { validateArray } from "./stdlib/validate_array.ts";
import { validateBool } from "./stdlib/validate_bool.ts";
import { validateHash } from "./stdlib/validate_hash.ts";
import { validateInteger } from "./stdlib/validate_integer.ts";
import { validateIpAddress } from "./stdlib/validate_ip_address.ts";
import { validateIpv4Address } from "./stdlib/validate_ipv4_address.ts";
import { validateIpv6Address } from "./stdlib/validate_ipv6_address.ts";
import { validateNumeric } from "./stdlib/validate_numeric.ts";
import { validateRe } from "./stdlib/validate_re.ts";
import { validateSlength } from "./stdlib/validate_slength.ts";
import { validateString } from "./stdlib/validate_string.ts";

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
