import { SecretFailure } from "../secret-failure.ts";
import {
  childrenOf,
  dottedId,
  type Element,
  element,
  member,
  objectId,
  octetsOf,
  readElement,
  TAG,
} from "./der.ts";

/** For whom a message is: the certificate's issuer and serial number, and the content key encrypted to it. */
export interface Recipient {
  readonly issuer: Buffer;
  readonly serial: Buffer;
  readonly encryptedKey: Buffer;
}

/** CMS EnvelopedData (RFC 5652, section 6), taken apart. */
export interface Envelope {
  readonly recipients: readonly Recipient[];
  /** Node's name of the content cipher. */
  readonly cipher: string;
  readonly iv: Buffer;
  readonly content: Buffer;
}

const ENVELOPED_DATA = "1.2.840.113549.1.7.3";
const DATA = "1.2.840.113549.1.7.1";
const RSA = "1.2.840.113549.1.1.1";
const AES_256_CBC = "2.16.840.1.101.3.4.1.42";
const CIPHERS: Readonly<Record<string, string>> = {
  [AES_256_CBC]: "aes-256-cbc",
  "2.16.840.1.101.3.4.1.22": "aes-192-cbc",
  "2.16.840.1.101.3.4.1.2": "aes-128-cbc",
  "1.2.840.113549.3.7": "des-ede3-cbc",
};

/** Context-specific tags: `[0]` explicit or constructed, and `[0]` implicit for an octet string. */
const CONTEXT_0 = 0xa0;
const IMPLICIT_0 = 0x80;

/** Take an encrypted value apart. */
export function readEnvelope(bytes: Buffer): Envelope {
  const info = childrenOf(expect(readElement(bytes), TAG.sequence));
  if (dottedId(member(info, 0, TAG.oid)) !== ENVELOPED_DATA)
    throw new SecretFailure("The value is PKCS7, but not encrypted data");
  const data = childrenOf(expect(childrenOf(member(info, 1, CONTEXT_0))[0], TAG.sequence));
  const at = data[1]?.tag === CONTEXT_0 ? 2 : 1;
  const recipients = childrenOf(member(data, at, TAG.set)).flatMap(recipientOf);
  const content = childrenOf(member(data, at + 1, TAG.sequence));
  const algorithm = childrenOf(member(content, 1, TAG.sequence));
  const id = dottedId(member(algorithm, 0, TAG.oid));
  const cipher = CIPHERS[id];
  if (cipher === undefined)
    throw new SecretFailure(`The value is encrypted with a cipher that is not supported (${id})`);
  const encrypted = content[2];
  if (!encrypted) throw new SecretFailure("The encrypted value has no content");
  return { recipients, cipher, iv: octetsOf(member(algorithm, 1, TAG.octets)), content: octetsOf(encrypted) };
}

/** Write an encrypted value as OpenSSL does, with AES-256-CBC. */
export function writeEnvelope(recipients: readonly Recipient[], iv: Buffer, content: Buffer): Buffer {
  const algorithm = element(TAG.sequence, objectId(AES_256_CBC), element(TAG.octets, iv));
  const data = element(
    TAG.sequence,
    element(TAG.integer, Buffer.from([0])),
    element(TAG.set, ...recipients.map(recipientInfo)),
    element(TAG.sequence, objectId(DATA), algorithm, element(IMPLICIT_0, content)),
  );
  return element(TAG.sequence, objectId(ENVELOPED_DATA), element(CONTEXT_0, data));
}

/** Kinds of recipients other than key transport by RSA are of no use here. */
function recipientOf(info: Element): Recipient[] {
  if (info.tag !== TAG.sequence) return [];
  const [, identifier, , key] = childrenOf(info);
  if (!identifier || !key || key.tag !== TAG.octets) return [];
  const encryptedKey = key.content;
  if (identifier.tag !== TAG.sequence)
    return [{ issuer: Buffer.alloc(0), serial: identifier.content, encryptedKey }];
  const [issuer, serial] = childrenOf(identifier);
  if (!issuer || !serial) return [];
  return [{ issuer: issuer.raw, serial: serial.content, encryptedKey }];
}

function recipientInfo({ issuer, serial, encryptedKey }: Recipient): Buffer {
  return element(
    TAG.sequence,
    element(TAG.integer, Buffer.from([0])),
    element(TAG.sequence, issuer, element(TAG.integer, serial)),
    element(TAG.sequence, objectId(RSA), element(TAG.undef)),
    element(TAG.octets, encryptedKey),
  );
}

function expect(found: Element | undefined, tag: number): Element {
  if (found?.tag !== tag) throw new SecretFailure("The value is not PKCS7, or it is damaged");
  return found;
}
