import ipaddr from "ipaddr.js";

/** An IP address or network, as Ruby's IPAddr reads it. */
export interface IpAddress {
  readonly version: 4 | 6;
  /** The address as bytes, 4 or 16, with the host part of a network masked out. */
  readonly bytes: readonly number[];
  readonly prefix: number;
}

/** The address that a text denotes, with an optional prefix length or netmask; undefined when it is none. */
export function parseIp(text: string): IpAddress | undefined {
  const [address = "", mask, more] = text.split("/");
  if (more !== undefined) return undefined;
  const bare = /^\[(.*)\]$/.exec(address)?.[1] ?? address;
  const bytes = bytesOf(bare.replace(/%[0-9A-Za-z]+$/, ""));
  if (bytes === undefined) return undefined;
  const prefix = mask === undefined ? bytes.length * 8 : prefixOf(mask, bytes.length);
  if (prefix === undefined || prefix > bytes.length * 8) return undefined;
  return { version: bytes.length === 4 ? 4 : 6, bytes: masked(bytes, prefix), prefix };
}

/** The bytes of an address without prefix, brackets or zone; undefined when the text is none. */
function bytesOf(text: string): number[] | undefined {
  const { IPv4, IPv6 } = ipaddr;
  if (!text.includes(":"))
    return IPv4.isValidFourPartDecimal(text) ? IPv4.parse(text).toByteArray() : undefined;
  const plain = withoutShortGap(withoutDots(text));
  return !text.includes("%") && IPv6.isValid(plain) ? IPv6.parse(plain).toByteArray() : undefined;
}

/** An IPv4 address at the end as two groups: the library reads `::192.0.2.1` as `::ffff:192.0.2.1`. */
function withoutDots(text: string): string {
  return text.replace(/(?<=:)[\d.]*\.[\d.]*$/, (dotted) => {
    const [a, b, c, d] = bytesOf(dotted) ?? [];
    if (d === undefined) return "invalid";
    return [(a! << 8) | b!, (c! << 8) | d].map((group) => group.toString(16)).join(":");
  });
}

/** Ruby lets `::` stand for one group, or for none at all, which the library does not. */
function withoutShortGap(text: string): string {
  const groups = text.split(":").filter((group) => group !== "").length;
  if (groups < 7 || !text.includes("::")) return text;
  return text.replace("::", groups === 7 ? ":0:" : ":").replace(/^:|:$/g, "");
}

/** Whether a network holds an address. */
export function ipIncludes(network: IpAddress, address: IpAddress): boolean {
  if (network.version !== address.version || address.prefix < network.prefix) return false;
  return masked(address.bytes, network.prefix).every((byte, i) => byte === network.bytes[i]);
}

/** An address in its shortest form (RFC 5952). */
export function ipText(bytes: readonly number[]): string {
  return ipaddr.fromByteArray([...bytes]).toString();
}

/** The mask of a prefix length as an address. */
export function netmask(prefix: number, version: 4 | 6): string {
  return ipText(masked(Array<number>(version === 4 ? 4 : 16).fill(255), prefix));
}

/** How far an address reaches, by the name of its range: `loopback`, `linkLocal`, `uniqueLocal`, `unicast` and others. */
export function rangeOf(address: string): string {
  return ipaddr.parse(address).range();
}

function prefixOf(mask: string, length: number): number | undefined {
  if (/^\d+$/.test(mask)) return Number(mask);
  const bytes = bytesOf(mask);
  if (bytes?.length !== length) return undefined;
  return ipaddr.fromByteArray(bytes).prefixLengthFromSubnetMask() ?? undefined;
}

function masked(bytes: readonly number[], prefix: number): number[] {
  return bytes.map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, prefix - 8 * i))) & 0xff);
}

/** Whether a text is an address, of one version when that is given. */
export function isIp(text: unknown, version?: 4 | 6): boolean {
  const ip = typeof text === "string" ? parseIp(text) : undefined;
  return ip !== undefined && (version === undefined || ip.version === version);
}
