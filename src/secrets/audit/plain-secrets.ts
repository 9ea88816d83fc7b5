import type { FileValue } from "./file-values.ts";

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
