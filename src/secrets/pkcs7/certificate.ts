import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from "node:crypto";
import { SecretFailure } from "../secret-failure.ts";
import { childrenOf, element, objectId, readElement, TAG } from "./der.ts";

/** What encrypting to a certificate needs, and how a message names it. */
export interface CertificateKey {
  readonly key: KeyObject;
  readonly issuer: Buffer;
  readonly serial: Buffer;
  readonly expires: Date;
}

/** A key pair in PEM, as `eyaml createkeys` makes. */
export interface KeyPair {
  readonly privateKey: string;
  readonly certificate: string;
}

const SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
const BASIC_CONSTRAINTS = "2.5.29.19";
const SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
const ATTRIBUTES: Readonly<Record<string, string>> = {
  CN: "2.5.4.3",
  O: "2.5.4.10",
  OU: "2.5.4.11",
  C: "2.5.4.6",
  L: "2.5.4.7",
  ST: "2.5.4.8",
};
const FIFTY_YEARS = 50 * 365 * 24 * 3600 * 1000;
const UTF8_TEXT = 0x0c;
const GENERALIZED_TIME = 0x18;
const UTC_TIME = 0x17;
const CONTEXT_0 = 0xa0;
const CONTEXT_3 = 0xa3;

/** Read a certificate in PEM. */
export function readCertificate(pem: string, origin: string): CertificateKey {
  try {
    const certificate = new X509Certificate(pem);
    const [body] = childrenOf(readElement(certificate.raw));
    const fields = childrenOf(body!);
    const at = fields[0]?.tag === CONTEXT_0 ? 1 : 0;
    const [serial, , issuer] = fields.slice(at);
    const expires = new Date(certificate.validTo);
    return { key: certificate.publicKey, issuer: issuer!.raw, serial: serial!.content, expires };
  } catch {
    throw new SecretFailure(`${origin} is not an X.509 certificate in PEM`);
  }
}

/** Make a private key and a certificate signed by itself, with a serial number of its own so that it can be told apart. */
export function createKeyPair(subject: string, bits: number): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: bits });
  const algorithm = element(TAG.sequence, objectId(SHA256_WITH_RSA), element(TAG.undef));
  const body = certificateBody(nameOf(subject), publicKey, algorithm);
  const signature = sign("sha256", body, privateKey);
  const certificate = element(TAG.sequence, body, algorithm, bitString(signature));
  return {
    privateKey: privateKey.export({ type: "pkcs1", format: "pem" }).toString(),
    certificate: new X509Certificate(certificate).toString(),
  };
}

function certificateBody(name: Buffer, key: KeyObject, algorithm: Buffer): Buffer {
  const now = Date.now();
  const serial = randomBytes(8);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  const info = key.export({ type: "spki", format: "der" });
  return element(
    TAG.sequence,
    element(CONTEXT_0, element(TAG.integer, Buffer.from([2]))),
    element(TAG.integer, serial),
    algorithm,
    name,
    element(TAG.sequence, time(now), time(now + FIFTY_YEARS)),
    name,
    info,
    element(CONTEXT_3, element(TAG.sequence, ...extensions(info))),
  );
}

/** The certificate of an authority, whose key is identified by the SHA-1 of its bits (RFC 5280, 4.2.1.2). */
function extensions(info: Buffer): Buffer[] {
  const bits = childrenOf(readElement(info))[1]!.content.subarray(1);
  const identifier = element(TAG.octets, createHash("sha1").update(bits).digest());
  const yes = element(0x01, Buffer.from([0xff]));
  return [
    element(TAG.sequence, objectId(BASIC_CONSTRAINTS), yes, element(TAG.octets, element(TAG.sequence, yes))),
    element(TAG.sequence, objectId(SUBJECT_KEY_IDENTIFIER), element(TAG.octets, identifier)),
  ];
}

/** A name written as OpenSSL does: `/CN=production/O=Example`. */
function nameOf(subject: string): Buffer {
  const parts = subject.split("/").filter((part) => part !== "");
  return element(TAG.sequence, ...parts.map(attribute));
}

function attribute(part: string): Buffer {
  const [, type = "", value = ""] = /^(\w+)=(.*)$/.exec(part) ?? [];
  const id = ATTRIBUTES[type];
  if (id === undefined)
    throw new SecretFailure(
      `Invalid subject '${part}': parts such as /CN=name, with ${Object.keys(ATTRIBUTES).join(", ")}`,
    );
  return element(TAG.set, element(TAG.sequence, objectId(id), element(UTF8_TEXT, Buffer.from(value))));
}

/** Years from 2050 on need four digits (RFC 5280, 4.1.2.5). */
function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\.\d+|[-:T]/g, "");
  if (Number(digits.slice(0, 4)) >= 2050) return element(GENERALIZED_TIME, Buffer.from(digits));
  return element(UTC_TIME, Buffer.from(digits.slice(2)));
}

function bitString(bytes: Buffer): Buffer {
  return element(TAG.bits, Buffer.from([0]), bytes);
}
