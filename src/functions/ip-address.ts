import type { Value } from "../values/value.ts";

/** An IP address or network, as Ruby's IPAddr reads it. */
export interface IpAddress {
  readonly version: 4 | 6;
  /** The address with the host part of a network masked out. */
  readonly value: bigint;
  readonly prefix: number;
}

/** The address that a text denotes, with an optional prefix length or netmask; undefined when it is none. */
export function parseIp(text: string): IpAddress | undefined {
  const [address = "", mask, more] = text.split("/");
  if (more !== undefined) return undefined;
  const bare = /^\[(.*)\]$/.exec(address)?.[1] ?? address;
  const plain = bare.replace(/%[0-9A-Za-z]+$/, "");
  const version = plain.includes(":") ? 6 : 4;
  const value = version === 4 ? parseV4(plain) : parseV6(plain);
  if (value === undefined) return undefined;
  const bits = version === 4 ? 32 : 128;
  const prefix = mask === undefined ? bits : prefixOf(mask, version);
  if (prefix === undefined || prefix > bits) return undefined;
  const host = BigInt(bits - prefix);
  return { version, value: (value >> host) << host, prefix };
}

/** Whether a network holds an address. */
export function ipIncludes(network: IpAddress, address: IpAddress): boolean {
  if (network.version !== address.version || address.prefix < network.prefix) return false;
  const host = BigInt((network.version === 4 ? 32 : 128) - network.prefix);
  return network.value >> host === address.value >> host;
}

function prefixOf(mask: string, version: 4 | 6): number | undefined {
  if (/^\d+$/.test(mask)) return Number(mask);
  const value = version === 4 ? parseV4(mask) : parseV6(mask);
  if (value === undefined) return undefined;
  const bits = value.toString(2).padStart(version === 4 ? 32 : 128, "0");
  return /^1*0*$/.test(bits) ? bits.lastIndexOf("1") + 1 : undefined;
}

function parseV4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) {
    return undefined;
  }
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function parseV6(text: string): bigint | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const tail = dotted ? parseV4(dotted[2]!) : undefined;
  if (dotted && tail === undefined) return undefined;
  const whole = dotted
    ? `${dotted[1]}${(tail! >> 16n).toString(16)}:${(tail! & 0xffffn).toString(16)}`
    : text;
  const [left = "", right, more] = whole.split("::");
  if (more !== undefined) return undefined;
  const head = left === "" ? [] : left.split(":");
  const rest = right === undefined || right === "" ? [] : right.split(":");
  const missing = 8 - head.length - rest.length;
  if (right === undefined ? missing !== 0 : missing < 0) return undefined;
  const words = [...head, ...Array<string>(missing).fill("0"), ...rest];
  if (!words.every((word) => /^[0-9A-Fa-f]{1,4}$/.test(word))) return undefined;
  return words.reduce((value, word) => (value << 16n) | BigInt(`0x${word}`), 0n);
}

/** An address in its shortest form (RFC 5952). */
export function ipText({ version, value }: IpAddress): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
  const words = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  const zeros = [...`:${words.join(":")}:`.matchAll(/:(?:0:)+/g)].map((match) => match[0]);
  const longest = zeros.reduce((a, b) => (b.length > a.length ? b : a), "");
  const text = words.join(":");
  return longest.length > 3 ? `:${text}:`.replace(longest, "::").replace(/^:(?!:)|(?<!:):$/g, "") : text;
}

/** Whether a value is the text of an address, of one version when that is given. */
export function isIp(value: Value, version?: 4 | 6): boolean {
  const ip = typeof value === "string" ? parseIp(value) : undefined;
  return ip !== undefined && (version === undefined || ip.version === version);
}
