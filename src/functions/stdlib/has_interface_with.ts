import { rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { hasInterfaceWith } from "../network-interfaces.ts";
import { parseError } from "../parse-error.ts";

/** Whether there is a network interface of a name, or one with a value for a kind of fact. */
export const has_interface_with = defineLegacyFunction("has_interface_with", -1, (call, args) => {
  if (args.length === 0 || args.length > 2) {
    parseError(`has_interface_with(): Wrong number of arguments given (${args.length} for 1 or 2)`);
  }
  return hasInterfaceWith(call, rubyText(args[0]!), args[1]);
});
