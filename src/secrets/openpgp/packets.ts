import { SecretFailure } from "../secret-failure.ts";

/** One packet of an OpenPGP message (RFC 9580, section 4). */
interface Packet {
  readonly tag: number;
  readonly body: Buffer;
}

/** What the packets of a message tell without any key. */
export interface MessageHead {
  /** Key ids in upper case; sixteen zeros where the sender hid them. */
  readonly recipients: readonly string[];
  /** How many passphrases open it. */
  readonly passphrases: number;
  /** Whether tampering would be noticed: not with the old packets without MDC. */
  readonly protected: boolean;
}

const TAG = { publicKeyEncrypted: 1, symmetricKey: 3, encrypted: 9, protectedData: 18, aead: 20 } as const;
const ARMOUR = /-----BEGIN PGP [A-Z ]+-----\r?\n([\s\S]*?)-----END PGP/;

/** The bytes of a message that may be armoured. */
export function unarmoured(bytes: Buffer): Buffer {
  const match = ARMOUR.exec(bytes.toString("latin1"));
  if (!match) return bytes;
  const [, body = ""] = match;
  const text = body.replace(/^(?:[\w-]+: .*\r?\n)*\r?\n/, "").replace(/^=.{4}\s*$/m, "");
  return Buffer.from(text.replace(/\s+/g, ""), "base64");
}

/** Read the packets in front of what is encrypted. */
export function readHead(bytes: Buffer): MessageHead {
  const recipients: string[] = [];
  let passphrases = 0;
  for (const { tag, body } of packets(unarmoured(bytes))) {
    if (tag === TAG.publicKeyEncrypted) recipients.push(recipientOf(body));
    else if (tag === TAG.symmetricKey) passphrases++;
    else if (tag === TAG.encrypted) return { recipients, passphrases, protected: false };
    else if (tag === TAG.protectedData || tag === TAG.aead)
      return { recipients, passphrases, protected: true };
    else break;
  }
  throw new SecretFailure("The value is not an encrypted OpenPGP message, or it is damaged");
}

function* packets(bytes: Buffer): Iterable<Packet> {
  for (let at = 0; at < bytes.length; ) {
    const head = bytes[at]!;
    if ((head & 0x80) === 0) throw new SecretFailure("The value is not an OpenPGP message, or it is damaged");
    const modern = (head & 0x40) !== 0;
    const { length, start } = modern ? modernLength(bytes, at + 1) : oldLength(bytes, at + 1, head & 3);
    const tag = modern ? head & 0x3f : (head >> 2) & 0x0f;
    const open = tag === TAG.encrypted || tag === TAG.protectedData || tag === TAG.aead;
    const end = start + length;
    if (!open && end > bytes.length) throw new SecretFailure("The OpenPGP message is cut off");
    yield { tag, body: bytes.subarray(start, end) };
    at = end;
  }
}

/** Partial lengths only occur in data packets, whose end does not matter here. */
function modernLength(bytes: Buffer, at: number): { length: number; start: number } {
  const first = bytes[at] ?? 0;
  if (first < 192) return { length: first, start: at + 1 };
  if (first < 224) return { length: ((first - 192) << 8) + (bytes[at + 1] ?? 0) + 192, start: at + 2 };
  if (first === 255 && at + 5 <= bytes.length) return { length: bytes.readUInt32BE(at + 1), start: at + 5 };
  return { length: Number.POSITIVE_INFINITY, start: at + 1 };
}

function oldLength(bytes: Buffer, at: number, kind: number): { length: number; start: number } {
  const size = [1, 2, 4][kind];
  if (size === undefined || at + size > bytes.length) return { length: Number.POSITIVE_INFINITY, start: at };
  return { length: bytes.readUIntBE(at, size), start: at + size };
}

/** Version 3 has the key id, version 6 the fingerprint, whose first octets are the id. */
function recipientOf(body: Buffer): string {
  const id = body[0] === 6 ? body.subarray(body[2] === 6 ? 3 : body.length - 8) : body.subarray(1);
  return id.subarray(0, 8).toString("hex").toUpperCase();
}
