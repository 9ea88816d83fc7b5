import type { Surroundings } from "../key-source.ts";
import { knownKey } from "../openpgp/named-key.ts";
import { recipientsFor } from "../openpgp/recipients.ts";
import type { AuditedValue } from "./audited-value.ts";
import { type Finding, findingAt } from "./findings.ts";
import { type AuditKey, type KnownKeys, keyOf } from "./known-keys.ts";

/** What a file's configuration says who should read its values. */
interface Expected {
  readonly keys: readonly AuditKey[];
  readonly origin: string;
  readonly unknown: readonly string[];
}

/** Values must be encrypted to exactly those that the recipients file (or the entry's certificate) names. */
export function* disagreeing(
  values: readonly AuditedValue[],
  keys: KnownKeys,
  surroundingsOf: (root: string) => Surroundings,
): Iterable<Finding> {
  const told = new Set<string>();
  for (const audited of values) {
    const { value, readers, damage } = audited;
    if (damage !== undefined || readers.some(({ label }) => label.includes("hidden"))) continue;
    const expected = expectedFor(audited, keys, surroundingsOf(value.file.root));
    if (!expected) continue;
    for (const name of expected.unknown) {
      const message = `No public key is at hand for the recipient ${name}`;
      if (!told.has(`${expected.origin} ${name}`))
        yield { level: "warning", rule: "recipients", file: expected.origin, message };
      told.add(`${expected.origin} ${name}`);
    }
    yield* differences(audited, expected);
  }
}

function* differences(
  { value, readers }: AuditedValue,
  { keys, origin, unknown }: Expected,
): Iterable<Finding> {
  const has = (list: readonly AuditKey[], id: string) => list.some((key) => key.id === id);
  for (const key of keys) {
    if (!has(readers, key.id))
      yield findingAt(
        value,
        "recipients",
        `Not encrypted to ${key.label}, which ${origin} names: recrypt the file`,
      );
  }
  for (const key of readers) {
    if (has(keys, key.id) || (!key.known && unknown.length > 0)) continue;
    yield findingAt(
      value,
      "recipients",
      `Encrypted to ${key.label}, which ${origin} does not name: recrypt the file, and change the secret`,
    );
  }
}

function expectedFor(
  { value, token }: AuditedValue,
  keys: KnownKeys,
  surroundings: Surroundings,
): Expected | undefined {
  const { path, options } = value.file;
  if (token.scheme === "PKCS7") {
    const certificate = keys.certificate(options, surroundings);
    return certificate && { keys: [certificate], origin: "pkcs7_public_key", unknown: [] };
  }
  const recipients = recipientsFor(path, options, surroundings);
  if (!recipients) return undefined;
  const known = keys.openPgp(options, surroundings);
  const named = recipients.names.map((name) => ({ name, key: knownKey(name, known) }));
  return {
    keys: named.flatMap(({ key }) => (key ? [keyOf(key)] : [])),
    origin: recipients.origin,
    unknown: named.filter(({ key }) => !key).map(({ name }) => name),
  };
}
