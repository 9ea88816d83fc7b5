import type { Secrets } from "../open-secrets.ts";
import { type DataFile, dataFilesOf } from "../site/data-files.ts";
import { type AuditedValue, auditedValues } from "./audited-value.ts";
import { type FileValue, valuesOf } from "./file-values.ts";
import { type Finding, findingAt } from "./findings.ts";
import { KnownKeys } from "./known-keys.ts";
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

const TELLING_NAME =
  /(?:^|[._:-])(?:\w*(?:passwo?r?d|passwd|passphrase|secret|api_?key|access_?key|private_?key|auth_?key|credentials?)|\w*token)$/i;
/** Names that only tell of a secret: where it is, how it is made. */
const HARMLESS_NAME =
  /(?:file|path|dir|length|type|name|url|hash_?type|algorithm|enabled?|policy|public_?key)$/i;
const TELLING_TEXT = [
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  /-----BEGIN PGP PRIVATE KEY BLOCK-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./,
  /:\/\/[^/\s:@]+:[^/\s:@%]{4,}@/,
];
const SHORTEST = 4;

/** Why a plain text looks like a secret; undefined when it does not. */
export function looksSecret({ key, text, tokens }: FileValue): string | undefined {
  if (tokens.length > 0 || text.includes("ENC[")) return undefined;
  if (TELLING_TEXT.some((pattern) => pattern.test(text))) return "its text looks like a secret";
  const named = TELLING_NAME.test(key) && !HARMLESS_NAME.test(key);
  return named && isWord(text) ? "its name says that it is a secret" : undefined;
}

/** Paths, references to other data and switches are no secrets. */
function isWord(text: string): boolean {
  if (text.length < SHORTEST || text.includes("%{") || text.startsWith("/")) return false;
  return !/^(?:true|false|undef|none|null|absent|present|default)$/i.test(text);
}
