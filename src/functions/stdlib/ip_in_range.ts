import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { type IpAddress, ipIncludes, parseIp } from "../ip-address.ts";

/** Whether an IP address lies in a network, or in any of several. */
export const ip_in_range = defineFunction("stdlib::ip_in_range", {
  params: [param("String", "ipaddress"), param("Variant[String, Array]", "range")],
  returns: "Boolean",
  body(_call, address: string, networks: string | readonly Value[]) {
    const ip = ipOf(address);
    return [networks].flat().some((network) => ipIncludes(ipOf(rubyText(network)), ip));
  },
});

function ipOf(text: string): IpAddress {
  return parseIp(text) ?? fail("ARGUMENT_ERROR", `invalid address: ${text}`);
}
