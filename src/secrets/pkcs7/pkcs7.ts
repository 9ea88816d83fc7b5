import type { Surroundings } from "../key-source.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure, wanting } from "../secret-failure.ts";
import type { CertificateKey } from "./certificate.ts";
import { decryptWith, encryptTo } from "./cryptography.ts";
import { type Recipient, readEnvelope } from "./envelope.ts";
import { keyName, type PrivateKey, privateKey, publicKey } from "./keys.ts";
import { certificateName } from "./names.ts";

/** The plain bytes of an `ENC[PKCS7,...]`. */
export function decryptPkcs7(bytes: Buffer, options: SecretOptions, surroundings: Surroundings): Buffer {
  const { recipients } = readEnvelope(bytes);
  const wanted = recipients.map(certificateName).join(", ");
  const key = wanting(wanted, () => privateKey(options, surroundings));
  const plain = decryptWith(key.key, bytes);
  if (plain) return plain;
  const certificate = certificateOf(key, options, surroundings);
  if (certificate && recipients.some((one) => isFor(one, certificate))) throw damaged(certificate, key);
  const hand = certificate ? `${certificateName(certificate)}, ${key.label}` : key.label;
  const doubt = certificate ? "" : ", or the value is damaged";
  throw new SecretFailure(
    `The private key at hand does not open it${doubt}. Wanted: ${wanted || "none"}; at hand: ${hand}`,
  );
}

/** The key is the right one by its serial number; those of `eyaml createkeys` are all 1, so that two keys may have it. */
function damaged(certificate: CertificateKey, { label }: PrivateKey): SecretFailure {
  const name = certificateName(certificate);
  const other = /^serial 1 /.test(name) ? `, or made for another key that is ${name} too` : "";
  return new SecretFailure(
    `The encrypted value is damaged or was tampered with${other}: its content key does not decrypt with the key of ${name}, ${label}`,
  );
}

/** The certificate that options name, when it is that of a private key: only certificates have serial numbers. */
function certificateOf({ key }: PrivateKey, options: SecretOptions, surroundings: Surroundings) {
  try {
    const certificate = publicKey(options, surroundings);
    return keyName(certificate.key) === keyName(key) ? certificate : undefined;
  } catch (error) {
    if (error instanceof SecretFailure) return undefined;
    throw error;
  }
}

function isFor({ issuer, serial }: Recipient, certificate: CertificateKey): boolean {
  return serial.equals(certificate.serial) && (issuer.length === 0 || issuer.equals(certificate.issuer));
}

/** Encrypt a text to the certificate that options name. */
export function encryptPkcs7(text: string, options: SecretOptions, surroundings: Surroundings): Buffer {
  const certificate = publicKey(options, surroundings);
  if (certificate.expires.getTime() < Date.now())
    surroundings.warn(
      `The certificate ${certificate.origin} expired on ${certificate.expires.toISOString().slice(0, 10)}`,
    );
  return encryptTo([certificate], text);
}
