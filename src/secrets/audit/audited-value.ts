import type { Surroundings } from "../key-source.ts";
import { readHead } from "../openpgp/packets.ts";
import { readEnvelope } from "../pkcs7/envelope.ts";
import { SecretFailure } from "../secret-failure.ts";
import { schemeNamed, type Token } from "../tokens.ts";
import type { FileValue } from "./file-values.ts";
import { type AuditKey, certificateId, type KnownKeys } from "./known-keys.ts";

/** A value, and who can read it. */
export interface AuditedValue {
  readonly value: FileValue;
  readonly token: Token;
  readonly readers: readonly AuditKey[];
  /** Why the packets cannot be read. */
  readonly damage?: string | undefined;
}

/** Who can read the tokens of a value: told by their packets alone. */
export function auditedValues(value: FileValue, keys: KnownKeys, surroundings: Surroundings): AuditedValue[] {
  return value.tokens.map((token) => {
    try {
      const { options } = value.file;
      const readers =
        schemeNamed(token.scheme) === "GPG"
          ? openPgpReaders(token, keys, () => keys.openPgp(options, surroundings))
          : certificateReaders(token, keys, () => keys.certificate(options, surroundings));
      return { value, token, readers };
    } catch (error) {
      if (!(error instanceof SecretFailure)) throw error;
      return { value, token, readers: [], damage: error.message };
    }
  });
}

function openPgpReaders({ bytes }: Token, keys: KnownKeys, load: () => unknown): AuditKey[] {
  load();
  const { recipients, passphrases } = readHead(bytes);
  const readers = recipients.map((id) =>
    keys.byId(id, /^0+$/.test(id) ? "GPG (hidden recipient)" : `GPG ${id}`),
  );
  return passphrases > 0
    ? [...readers, { id: "passphrase", label: "GPG (a passphrase)", known: true }]
    : readers;
}

function certificateReaders({ bytes }: Token, keys: KnownKeys, load: () => unknown): AuditKey[] {
  load();
  return readEnvelope(bytes).recipients.map((recipient) => {
    const id = certificateId(recipient);
    return keys.byId(id, id);
  });
}
