import { rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is a MAC address, of Ethernet or of InfiniBand. */
export const is_mac_address = defineLegacyFunction("is_mac_address", -1, (_call, args) => {
  if (args.length !== 1) parseError(`is_mac_address(): Wrong number of arguments given ${args.length} for 1`);
  return /^[a-f0-9]{1,2}(?:(?::[a-f0-9]{1,2}){5}|(?::[a-f0-9]{1,2}){19})$/im.test(rubyText(args[0]!));
});
