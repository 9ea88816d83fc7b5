import { BlockList, isIPv6 } from "node:net";

/** An address as bytes: four, or sixteen for IPv6. */
export function bytesOf(address: string): number[] {
  if (!address.includes(":")) return address.split(".").map(Number);
  const [head = "", tail] = address.split("::");
  const left = groups(head);
  const right = groups(tail ?? "");
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<number>(gap).fill(0), ...right].flatMap((group) => [group >> 8, group & 255]);
}

function groups(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((part) => {
    if (!part.includes(".")) return [Number.parseInt(part, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = part.split(".").map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

/** Bytes as an address, the longest run of zero groups shortened as Ruby's IPAddr does (the first of the longest). */
export function addressOf(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join(".");
  const words = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i]! << 8) | bytes[2 * i + 1]!).toString(16));
  const full = words.join(":");
  for (let length = 8; length >= 2; length--) {
    const run = new RegExp(`(^|:)0(:0){${length - 1}}(:|$)`);
    if (run.test(full)) return full.replace(run, "::");
  }
  return full;
}

/** The mask of a prefix length as an address. */
export function netmask(prefix: number, family: 4 | 6): string {
  return addressOf(Array.from({ length: family === 4 ? 4 : 16 }, (_, i) => maskByte(prefix - 8 * i)));
}

/** The network an address is in. */
export function networkOf(address: string, prefix: number): string {
  return addressOf(bytesOf(address).map((byte, i) => byte & maskByte(prefix - 8 * i)));
}

function maskByte(bits: number): number {
  return (0xff00 >> Math.min(8, Math.max(0, bits))) & 0xff;
}

/** Facter's word for how far an IPv6 address reaches. */
export function scope6(address: string): string {
  const [first = 0, second = 0] = bytesOf(address);
  if (first === 0xfe && (second & 0xc0) === 0x80) return "link";
  if (first === 0xfe && (second & 0xc0) === 0xc0) return "site";
  if (address === "::1") return "host";
  return bytesOf(address)
    .slice(0, 12)
    .every((byte) => byte === 0)
    ? "compat,global"
    : "global";
}

/** Addresses that do not stand for the machine: loopback, link-local, unique local. */
export function isIgnored(address: string): boolean {
  ignored ??= ignoredAddresses();
  return address === "" || ignored.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** Made when first asked for: Node's network code takes milliseconds to load. */
let ignored: BlockList | undefined;

function ignoredAddresses(): BlockList {
  const list = new BlockList();
  list.addSubnet("127.0.0.0", 8);
  list.addSubnet("169.254.0.0", 16);
  list.addAddress("::1", "ipv6");
  list.addSubnet("fe80::", 10, "ipv6");
  list.addSubnet("fc00::", 7, "ipv6");
  return list;
}
