import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { checkMode, type KeyText, readKeySource, readVariable, type Surroundings } from "../key-source.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure } from "../secret-failure.ts";
import { type CertificateKey, readCertificate } from "./certificate.ts";

/** A private key, and how messages name it. */
export interface PrivateKey {
  readonly key: KeyObject;
  readonly origin: string;
  readonly label: string;
}

const NO_PRIVATE_KEY = "pkcs7_private_key is not defined";
const NO_PUBLIC_KEY = "pkcs7_public_key is not defined";
const WHERE =
  "Set pkcs7_private_key and pkcs7_public_key in the options of the hierarchy entry in hiera.yaml";

/** The private key that options name. */
export function privateKey(options: SecretOptions, surroundings: Surroundings): PrivateKey {
  const text = keyText("pkcs7_private_key", options, surroundings, NO_PRIVATE_KEY);
  if (text.origin.startsWith("/")) checkMode(text.origin, text.bytes, surroundings);
  const key = parsedPrivateKey(text);
  return { key, origin: text.origin, label: `${keyName(key)} (${text.origin})` };
}

/** The certificate that options name. */
export function publicKey(
  options: SecretOptions,
  surroundings: Surroundings,
): CertificateKey & { readonly origin: string } {
  const { bytes, origin } = keyText("pkcs7_public_key", options, surroundings, NO_PUBLIC_KEY);
  return { ...readCertificate(bytes.toString(), origin), origin };
}

/** A short name for an RSA key, the same for both its halves: the SHA-256 of the public one. */
export function keyName(key: KeyObject): string {
  const half = key.type === "private" ? createPublicKey(key) : key;
  const der = half.export({ type: "spki", format: "der" });
  return `RSA ${createHash("sha256").update(der).digest("hex").slice(0, 16)}`;
}

/** A variable that is set wins over a file, as in hiera-eyaml. */
function keyText(
  option: string,
  options: SecretOptions,
  surroundings: Surroundings,
  missing: string,
): KeyText {
  const variable = options[`${option}_env_var`];
  const file = options[option];
  if (variable !== undefined && (surroundings.env[variable] || file === undefined))
    return readVariable(variable, `${option}_env_var`, surroundings);
  if (file !== undefined) return readKeySource(file, option, surroundings);
  throw new SecretFailure(missing, WHERE);
}

function parsedPrivateKey({ bytes, origin }: KeyText): KeyObject {
  const pem = bytes.toString();
  if (!pem.includes("PRIVATE KEY-----")) throw new SecretFailure(`${origin} is not a private key in PEM`);
  if (/BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem))
    throw new SecretFailure(
      `The private key ${origin} is protected by a passphrase, which PKCS7 keys cannot have here`,
    );
  try {
    return createPrivateKey(pem);
  } catch {
    throw new SecretFailure(`The private key ${origin} is damaged`);
  }
}
