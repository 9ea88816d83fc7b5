import {
  constants,
  createCipheriv,
  createDecipheriv,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from "node:crypto";
import { SecretFailure } from "../secret-failure.ts";
import type { CertificateKey } from "./certificate.ts";
import { type Envelope, type Recipient, readEnvelope, writeEnvelope } from "./envelope.ts";

/** Encrypt a text to certificates, as `openssl smime -encrypt -binary -aes256` and hiera-eyaml do. */
export function encryptTo(certificates: readonly CertificateKey[], text: string): Buffer {
  const key = randomBytes(32);
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const content = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const recipients = certificates.map(({ key: publicKey, issuer, serial }) => ({
    issuer,
    serial,
    encryptedKey: publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, key),
  }));
  return writeEnvelope(recipients, iv, content);
}

/** Decrypt with a private key; undefined when the value is not for this key. */
export function decryptWith(key: KeyObject, bytes: Buffer): Buffer | undefined {
  const envelope = readEnvelope(bytes);
  for (const recipient of envelope.recipients) {
    const contentKey = contentKeyOf(key, recipient);
    if (contentKey && contentKey.length === keyLength(envelope.cipher)) return opened(envelope, contentKey);
  }
  return undefined;
}

/**
 * Node refuses PKCS#1 v1.5 for decryption where OpenSSL lacks implicit rejection, so the padding is taken off here;
 * nobody can watch how long that takes, which is what the refusal is about.
 */
function contentKeyOf(key: KeyObject, { encryptedKey }: Recipient): Buffer | undefined {
  try {
    const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encryptedKey);
    const end = block.indexOf(0, 2);
    return block[0] === 0 && block[1] === 2 && end >= 10 ? block.subarray(end + 1) : undefined;
  } catch {
    return undefined;
  }
}

function opened({ cipher, iv, content }: Envelope, key: Buffer): Buffer {
  try {
    const decipher = createDecipheriv(cipher, key, iv);
    return Buffer.concat([decipher.update(content), decipher.final()]);
  } catch {
    throw new SecretFailure(
      "The encrypted value is damaged or was tampered with: its content does not decrypt",
    );
  }
}

function keyLength(cipher: string): number {
  return cipher.startsWith("des") ? 24 : Number(/\d+/.exec(cipher)?.[0]) / 8;
}
