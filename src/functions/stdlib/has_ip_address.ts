import { defineLegacyFunction } from "../legacy-function.ts";
import { hasInterfaceWith } from "../network-interfaces.ts";
import { parseError } from "../parse-error.ts";

/** Whether a network interface has an IP address. */
export const has_ip_address = defineLegacyFunction("has_ip_address", -1, (call, args) => {
  if (args.length !== 1)
    parseError(`has_ip_address(): Wrong number of arguments given (${args.length} for 1)`);
  return hasInterfaceWith(call, "ipaddress", args[0]);
});
