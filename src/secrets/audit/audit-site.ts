import type { Secrets } from "../open-secrets.ts";
import { type DataFile, dataFilesOf } from "../site/data-files.ts";
import { type AuditedValue, auditedValues } from "./audited-value.ts";
import { type FileValue, valuesOf } from "./file-values.ts";
import { type Finding, findingAt } from "./findings.ts";
import { KnownKeys } from "./known-keys.ts";
import { looksSecret } from "./plain-secrets.ts";
import { disagreeing } from "./recipients-rule.ts";
import { ambiguous, crossing, damaged, expired } from "./rules.ts";

/** What there is to say about the secrets of a site. */
export interface SiteAudit {
  readonly files: readonly DataFile[];
  readonly values: readonly AuditedValue[];
  readonly findings: readonly Finding[];
}

/** Look at every data file of a site: at packets and public keys, never at a private key. */
export function auditSite(site: string, secrets: Secrets): SiteAudit {
  const files = dataFilesOf(site);
  const keys = new KnownKeys();
  const surroundingsOf = (root: string) => secrets.surroundings(root);
  const findings: Finding[] = [];
  const texts = files.flatMap((file) => textsOf(file, findings));
  const values = texts.flatMap((value) => auditedValues(value, keys, surroundingsOf(value.file.root)));
  findings.push(...damaged(values), ...expired(values), ...disagreeing(values, keys, surroundingsOf));
  findings.push(...crossing(values), ...ambiguous(values), ...plain(texts));
  return { files, values, findings };
}

function textsOf(file: DataFile, findings: Finding[]): FileValue[] {
  const { values, unreadable } = valuesOf(file);
  if (unreadable) {
    const { line, reason } = unreadable;
    findings.push({
      level: "error",
      rule: "unreadable",
      file: file.name,
      line,
      message: `Not YAML: ${reason}`,
    });
  }
  return values;
}

function* plain(texts: readonly FileValue[]): Iterable<Finding> {
  for (const value of texts) {
    const why = looksSecret(value);
    if (why !== undefined) yield findingAt(value, "plaintext", `Not encrypted, though ${why}`);
  }
}
