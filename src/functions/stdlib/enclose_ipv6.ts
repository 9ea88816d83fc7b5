import { rubyClass } from "../../values/ruby/class.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/flatten.ts";
import { ipText, parseIp } from "../ip-address.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Addresses, IPv6 ones in brackets. */
export const enclose_ipv6 = defineLegacyFunction("enclose_ipv6", -1, (_call, args) => {
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
  return ip.version === 6 ? `[${ipText(ip)}]` : String(value);
}
