import { createPublicKey } from "node:crypto";
import type { Surroundings } from "../key-source.ts";
import { day } from "../openpgp/gpg.ts";
import type { SecretOptions } from "../options.ts";
import { keyName, privateKey, publicKey } from "../pkcs7/keys.ts";
import { certificateName } from "../pkcs7/names.ts";
import { SecretFailure } from "../secret-failure.ts";
import { broken, type Check, doubtful, ok } from "./check.ts";

/** The links of PKCS7: a private key that can be read, a certificate that belongs to it and is valid. */
export function* checkPkcs7(options: SecretOptions, surroundings: Surroundings): Iterable<Check> {
  const warnings: string[] = [];
  const warned = { ...surroundings, warn: (message: string) => void warnings.push(message) };
  const key = attempt(() => privateKey(options, warned));
  if (key instanceof SecretFailure) yield broken("key", key.message, key.hint);
  else yield ok("key", `private key ${key.label}`);
  for (const warning of warnings) yield doubtful("file mode", warning);
  const certificate = attempt(() => publicKey(options, surroundings));
  if (certificate instanceof SecretFailure) {
    yield broken("certificate", certificate.message, certificate.hint);
    return;
  }
  const { origin, expires } = certificate;
  yield ok("certificate", `${certificateName(certificate)} (${origin})`);
  if (expires.getTime() < Date.now())
    yield doubtful("certificate", `It expired on ${day(expires.getTime())}`);
  if (key instanceof SecretFailure) return;
  if (keyName(createPublicKey(key.key)) === keyName(certificate.key))
    yield ok("certificate", "It belongs to the private key");
  else
    yield broken(
      "certificate",
      `It does not belong to the private key: ${keyName(certificate.key)} is not ${keyName(key.key)}`,
      "Values encrypted with it cannot be read with that key",
    );
}

function attempt<T>(work: () => T): T | SecretFailure {
  try {
    return work();
  } catch (error) {
    if (error instanceof SecretFailure) return error;
    throw error;
  }
}
