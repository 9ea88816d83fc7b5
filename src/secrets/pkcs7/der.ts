import { SecretFailure } from "../secret-failure.ts";

/** One element of a BER or DER text (ITU-T X.690). */
export interface Element {
  /** The identifier octet: class, whether constructed, and number. */
  readonly tag: number;
  readonly content: Buffer;
  /** The whole element with its header. */
  readonly raw: Buffer;
}

export const TAG = {
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  undef: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

const CONSTRUCTED = 0x20;

/** Read the first element of some bytes; lengths may be indefinite, as `openssl smime -stream` writes them. */
export function readElement(bytes: Buffer, at = 0): Element {
  const tag = byteAt(bytes, at);
  if ((tag & 0x1f) === 0x1f) throw new SecretFailure("The ASN.1 has a tag that encrypted values do not use");
  const first = byteAt(bytes, at + 1);
  if (first === 0x80) return indefinite(bytes, at, tag);
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + lengthBytes;
  const length = lengthBytes === 0 ? first : lengthOf(bytes, at + 2, lengthBytes);
  const end = start + length;
  if (end > bytes.length) throw truncated();
  return { tag, content: bytes.subarray(start, end), raw: bytes.subarray(at, end) };
}

/** The elements within a constructed one. */
export function childrenOf({ content }: Element): Element[] {
  const children: Element[] = [];
  for (let at = 0; at < content.length; ) {
    const child = readElement(content, at);
    children.push(child);
    at += child.raw.length;
  }
  return children;
}

/** The bytes of an octet string, which may come in pieces. */
export function octetsOf(element: Element): Buffer {
  if ((element.tag & CONSTRUCTED) === 0) return element.content;
  return Buffer.concat(childrenOf(element).map(octetsOf));
}

/** The member at a position, which must have the tag. */
export function member(elements: readonly Element[], at: number, tag: number): Element {
  const found = elements[at];
  if (found?.tag !== tag) throw new SecretFailure("The ASN.1 is not that of an encrypted value");
  return found;
}

/** Write an element. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthHeader(content.length), content]);
}

/** Write an object identifier given as `1.2.840`. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const octets = rest.flatMap((arc) => {
    const digits = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
    return digits;
  });
  return element(TAG.oid, Buffer.from([first * 40 + second, ...octets]));
}

/** An object identifier as `1.2.840`. */
export function dottedId({ content }: Element): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const octet of content) {
    arc = arc * 128 + (octet & 0x7f);
    if ((octet & 0x80) !== 0) continue;
    if (arcs.length === 0)
      arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)));
    else arcs.push(arc);
    arc = 0;
  }
  return arcs.join(".");
}

function lengthOf(bytes: Buffer, at: number, count: number): number {
  if (count > 6) throw truncated();
  if (at + count > bytes.length) throw truncated();
  return bytes.readUIntBE(at, count);
}

/** An element without a length ends at two zero octets. */
function indefinite(bytes: Buffer, at: number, tag: number): Element {
  let end = at + 2;
  while (byteAt(bytes, end) !== 0 || byteAt(bytes, end + 1) !== 0) end += readElement(bytes, end).raw.length;
  return { tag, content: bytes.subarray(at + 2, end), raw: bytes.subarray(at, end + 2) };
}

function lengthHeader(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  return Buffer.concat([Buffer.from([0x80 | octets.length]), octets]);
}

function byteAt(bytes: Buffer, at: number): number {
  const octet = bytes[at];
  if (octet === undefined) throw truncated();
  return octet;
}

function truncated(): SecretFailure {
  return new SecretFailure("The encrypted value is cut off or damaged: it ends before its ASN.1 does");
}
