import { day } from "../openpgp/gpg.ts";
import type { AuditedValue } from "./audited-value.ts";
import { type Finding, findingAt } from "./findings.ts";
import type { AuditKey } from "./known-keys.ts";

/** What cannot be taken apart cannot be read by anybody. */
export function* damaged(values: readonly AuditedValue[]): Iterable<Finding> {
  for (const { value, damage } of values) if (damage !== undefined) yield findingAt(value, "damaged", damage);
}

/** Nothing can be encrypted to a key that has expired or was revoked: rotate it before that is urgent. */
export function* expired(values: readonly AuditedValue[]): Iterable<Finding> {
  const counts = new Map<AuditKey, number>();
  for (const { readers } of values) for (const key of readers) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [{ label, expires, revoked }, count] of counts) {
    const many = `${count} ${count === 1 ? "value is" : "values are"} encrypted to it`;
    if (revoked) yield { level: "error", rule: "revoked key", message: `${label} is revoked, and ${many}` };
    else if (expires !== undefined && expires < Date.now())
      yield {
        level: "error",
        rule: "expired key",
        message: `${label} expired on ${day(expires)}, and ${many}`,
      };
  }
}

/** Certificates of `eyaml createkeys` all have the same name: who can read such values, their packets do not tell. */
export function* ambiguous(values: readonly AuditedValue[]): Iterable<Finding> {
  const unnamed = values.filter(({ readers }) => readers.some(({ id }) => id === "PKCS7 serial 1 of /"));
  if (unnamed.length === 0) return;
  const count = `${unnamed.length} ${unnamed.length === 1 ? "value names" : "values name"}`;
  yield {
    level: "warning",
    rule: "unnamed key",
    message: `${count} a certificate only as serial 1 of /, as every key of eyaml createkeys does: whose it is cannot be told. Keys of nostrings secrets createkeys can`,
  };
}

/**
 * An environment's values are for its own keys: those that most of its values are encrypted to. One that another
 * environment's key reads too may have been copied; a key that both own is shared on purpose or by neglect.
 */
export function* crossing(values: readonly AuditedValue[]): Iterable<Finding> {
  const byEnvironment = Map.groupBy(
    values.filter(({ value }) => value.file.environment !== undefined),
    ({ value }) => value.file.environment as string,
  );
  const owned = new Map([...byEnvironment].map(([name, own]) => [name, mostlyUsed(own)]));
  for (const [name, own] of byEnvironment) {
    for (const { value, readers } of own) {
      for (const key of readers) {
        if (owned.get(name)?.has(key.id)) continue;
        const others = [...owned]
          .filter(([other, keys]) => other !== name && keys.has(key.id))
          .map(([other]) => other);
        if (others.length > 0)
          yield findingAt(
            value,
            "crossing",
            `A value of ${name} can be read with ${others.join(", ")}'s key ${key.label}`,
          );
      }
    }
  }
  yield* shared(owned, values);
}

function* shared(
  owned: ReadonlyMap<string, ReadonlySet<string>>,
  values: readonly AuditedValue[],
): Iterable<Finding> {
  const labels = new Map(
    values.flatMap(({ readers }) => readers.map(({ id, label }) => [id, label] as const)),
  );
  for (const [id, label] of labels) {
    const environments = [...owned].filter(([, keys]) => keys.has(id)).map(([name]) => name);
    if (environments.length > 1)
      yield {
        level: "warning",
        rule: "shared key",
        message: `${label} reads the values of ${environments.join(" and ")}`,
      };
  }
}

function mostlyUsed(values: readonly AuditedValue[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { readers } of values) for (const { id } of readers) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count * 2 > values.length).map(([id]) => id));
}
