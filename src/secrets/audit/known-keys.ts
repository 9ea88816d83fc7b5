import type { Surroundings } from "../key-source.ts";
import { day } from "../openpgp/gpg.ts";
import { keysIn, publicKeyring } from "../openpgp/keyring.ts";
import type { KeyInfo } from "../openpgp/protocol.ts";
import type { SecretOptions } from "../options.ts";
import type { CertificateKey } from "../pkcs7/certificate.ts";
import { publicKey } from "../pkcs7/keys.ts";
import { certificateName } from "../pkcs7/names.ts";
import { SecretFailure } from "../secret-failure.ts";

/** A key that values are encrypted to: known by its public half, or only by what the values say. */
export interface AuditKey {
  /** Unique: the primary key's id, or the certificate's issuer and serial number. */
  readonly id: string;
  /** For people. */
  readonly label: string;
  readonly expires?: number | undefined;
  readonly revoked?: boolean | undefined;
  readonly known: boolean;
}

/** The public keys that a site's options lead to; no private key is looked at. */
export class KnownKeys {
  readonly #byId = new Map<string, AuditKey>();
  readonly #rings = new Map<string, readonly KeyInfo[]>();
  readonly #certificates = new Map<string, AuditKey | undefined>();

  /** The keys of an entry's keyring; none when there is no keyring. */
  openPgp(options: SecretOptions, surroundings: Surroundings): readonly KeyInfo[] {
    const { gpg_gnupghome, gpg_public_keys } = options;
    const name = JSON.stringify([gpg_gnupghome, gpg_public_keys, surroundings.roots]);
    const known = this.#rings.get(name);
    if (known) return known;
    const keys = openPgpKeys({ gpg_gnupghome, gpg_public_keys }, surroundings);
    this.#rings.set(name, keys);
    for (const key of keys) for (const id of key.ids) this.#byId.set(id, keyOf(key));
    return keys;
  }

  /** The certificate that an entry's values should be encrypted to; undefined when it names none that can be read. */
  certificate(options: SecretOptions, surroundings: Surroundings): AuditKey | undefined {
    const { pkcs7_public_key, pkcs7_public_key_env_var } = options;
    const name = JSON.stringify([pkcs7_public_key, pkcs7_public_key_env_var, surroundings.roots]);
    if (!this.#certificates.has(name)) this.#certificates.set(name, certificateOf(options, surroundings));
    const key = this.#certificates.get(name);
    if (key) this.#byId.set(key.id, key);
    return key;
  }

  /** The key of an id that stands in a message; a stranger when its public half is nowhere. */
  byId(id: string, label: string): AuditKey {
    return this.#byId.get(id) ?? { id, label, known: false };
  }
}

/** How a message names a certificate, as an id. */
export function certificateId(name: { readonly issuer: Buffer; readonly serial: Buffer }): string {
  return `PKCS7 ${certificateName(name)}`;
}

export function keyOf({ id, users, expires, revoked }: KeyInfo): AuditKey {
  return { id, label: `GPG ${id} ${users[0] ?? ""}`.trim(), expires, revoked, known: true };
}

function openPgpKeys(options: SecretOptions, surroundings: Surroundings): readonly KeyInfo[] {
  try {
    return keysIn(publicKeyring(options, surroundings));
  } catch (error) {
    if (error instanceof SecretFailure) return [];
    throw error;
  }
}

function certificateOf(options: SecretOptions, surroundings: Surroundings): AuditKey | undefined {
  try {
    const certificate: CertificateKey = publicKey(options, surroundings);
    return {
      id: certificateId(certificate),
      label: certificateId(certificate),
      expires: certificate.expires.getTime(),
      known: true,
    };
  } catch (error) {
    if (error instanceof SecretFailure) return undefined;
    throw error;
  }
}

/** When a key ends, for people. */
export function expiryText({ expires }: AuditKey): string {
  if (expires === undefined) return "";
  return expires < Date.now() ? `expired ${day(expires)}` : `until ${day(expires)}`;
}
