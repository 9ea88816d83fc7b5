import { defineDeprecatedCheck, matchAdvice } from "../deprecated-check.ts";
import { isIp } from "../ip-address.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is an IPv4 address; deprecated. */
export const is_ipv4_address = defineDeprecatedCheck(
  "is_ipv4_address",
  matchAdvice("Ipv4"),
  (_call, args) => {
    if (args.length !== 1)
      parseError(`is_ipv4_address(): Wrong number of arguments given ${args.length} for 1`);
    return isIp(args[0]!, 4);
  },
);
