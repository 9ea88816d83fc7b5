import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { type IpAddress, ipIncludes, ipText, parseIp } from "../../values/ip-address.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/grouping.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";

/** Whether there is a network interface of a name, or one whose legacy fact of a kind has a value. */
export function hasInterfaceWith({ scope }: Call, kind: string, value: Value | undefined): boolean {
  const interfaces = scope.lookup("interfaces") ?? null;
  if (interfaces === null) return false;
  const names = rubyText(interfaces).split(",");
  if (value === undefined) return names.includes(kind);
  if (scope.lookup(kind) === value) return true;
  return names.some((name) => scope.lookup(`${kind}_${name.toLowerCase()}`) === value);
}

/** Whether a network interface has an IP address. */
const has_ip_address = defineLegacyFunction("has_ip_address", -1, (call, args) => {
  if (args.length !== 1)
    parseError(`has_ip_address(): Wrong number of arguments given (${args.length} for 1)`);
  return hasInterfaceWith(call, "ipaddress", args[0]);
});

/** Whether a network interface has an IP network. */
const has_ip_network = defineLegacyFunction("has_ip_network", -1, (call, args) => {
  if (args.length !== 1)
    parseError(`has_ip_network(): Wrong number of arguments given (${args.length} for 1)`);
  return hasInterfaceWith(call, "network", args[0]);
});

/** Whether there is a network interface of a name, or one with a value for a kind of fact. */
const has_interface_with = defineLegacyFunction("has_interface_with", -1, (call, args) => {
  if (args.length === 0 || args.length > 2) {
    parseError(`has_interface_with(): Wrong number of arguments given (${args.length} for 1 or 2)`);
  }
  return hasInterfaceWith(call, rubyText(args[0]!), args[1]);
});

/** Whether an IP address lies in a network, or in any of several. */
const ip_in_range = defineFunction("stdlib::ip_in_range", {
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

/** Addresses, IPv6 ones in brackets. */
const enclose_ipv6 = defineLegacyFunction("enclose_ipv6", -1, (_call, args) => {
  const [input] = args;
  if (args.length !== 1) parseError(`enclose_ipv6(): Wrong number of arguments given ${args.length} for 1`);
  if (typeof input !== "string" && !Array.isArray(input)) {
    parseError(`enclose_ipv6(): Wrong argument type given ${rubyClass(input!)} expected String or Array`);
  }
  const addresses = flattened([input!]).filter((value) => value !== null);
  return [...new Set(addresses.map(enclosed))];
});

function enclosed(value: Value): string {
  if (value === "*") return "*";
  const ip = typeof value === "string" ? parseIp(value) : undefined;
  if (!ip) parseError(`enclose_ipv6(): Wrong argument given ${String(value)} is not an ip address.`);
  return ip.version === 6 ? `[${ipText(ip.bytes)}]` : String(value);
}

/** The functions of this chapter. */
export const networkFunctions: readonly BuiltinFunction[] = [
  has_ip_address,
  has_ip_network,
  has_interface_with,
  ip_in_range,
  enclose_ipv6,
];
