import { defineLegacyFunction } from "../legacy-function.ts";
import { hasInterfaceWith } from "../network-interfaces.ts";
import { parseError } from "../parse-error.ts";

/** Whether a network interface has an IP network. */
export const has_ip_network = defineLegacyFunction("has_ip_network", -1, (call, args) => {
  if (args.length !== 1)
    parseError(`has_ip_network(): Wrong number of arguments given (${args.length} for 1)`);
  return hasInterfaceWith(call, "network", args[0]);
});
