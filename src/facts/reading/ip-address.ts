import { ipText, parseIp, rangeOf } from "../../values/ip-address.ts";

/** The network that an address is in. */
export function networkOf(address: string, prefix: number): string {
  return ipText(parseIp(`${address}/${prefix}`)!.bytes);
}

/** Facter's word for how far an IPv6 address reaches. */
export function scope6(address: string): string {
  const { bytes } = parseIp(address)!;
  if (bytes[0] === 0xfe && (bytes[1]! & 0xc0) === 0x80) return "link";
  if (bytes[0] === 0xfe && (bytes[1]! & 0xc0) === 0xc0) return "site";
  if (address === "::1") return "host";
  return bytes.slice(0, 12).every((byte) => byte === 0) ? "compat,global" : "global";
}

const IGNORED = new Set(["loopback", "linkLocal", "uniqueLocal"]);

/** Addresses that do not identify the machine: loopback, link-local, unique local. */
export function isIgnored(address: string): boolean {
  return address === "" || IGNORED.has(rangeOf(address));
}
