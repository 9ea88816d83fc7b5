import { defineDeprecatedCheck, matchAdvice } from "../deprecated-check.ts";
import { isIp } from "../ip-address.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is an IPv6 address; deprecated. */
export const is_ipv6_address = defineDeprecatedCheck(
  "is_ipv6_address",
  matchAdvice("Ipv6"),
  (_call, args) => {
    if (args.length !== 1)
      parseError(`is_ipv6_address(): Wrong number of arguments given ${args.length} for 1`);
    return isIp(args[0]!, 6);
  },
);
