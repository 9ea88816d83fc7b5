import type { Surroundings } from "../key-source.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure, wanting } from "../secret-failure.ts";
import { decryptWith, encryptTo } from "./cryptography.ts";
import { readEnvelope } from "./envelope.ts";
import { privateKey, publicKey } from "./keys.ts";
import { certificateName } from "./names.ts";

/** The plain bytes of an `ENC[PKCS7,...]`. */
export function decryptPkcs7(bytes: Buffer, options: SecretOptions, surroundings: Surroundings): Buffer {
  const wanted = readEnvelope(bytes).recipients.map(certificateName);
  const key = wanting(wanted.join(", "), () => privateKey(options, surroundings));
  const plain = decryptWith(key.key, bytes);
  if (plain) return plain;
  throw new SecretFailure(
    `The private key at hand does not open it. Wanted: ${wanted.join(", ") || "none"}; at hand: ${key.label}`,
  );
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
