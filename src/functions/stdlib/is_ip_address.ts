import { defineDeprecatedCheck, matchAdvice } from "../deprecated-check.ts";
import { isIp } from "../ip-address.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is an IP address; deprecated. */
export const is_ip_address = defineDeprecatedCheck(
  "is_ip_address",
  matchAdvice("Ip_address"),
  (_call, args) => {
    if (args.length !== 1)
      parseError(`is_ip_address(): Wrong number of arguments given ${args.length} for 1`);
    return isIp(args[0]!);
  },
);
