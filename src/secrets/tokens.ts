import { SecretFailure } from "./secret-failure.ts";

/** The ways of encrypting a value, by the names that stand in the files. */
export const SCHEMES = ["PKCS7", "GPG"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** One `ENC[SCHEME,...]` in a text. */
export interface Token {
  /** As written; hiera-eyaml means PKCS7 when a token names none. */
  readonly scheme: string;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Base64 may be folded over lines; hiera-eyaml writes blocks of 60 characters. */
const TOKEN = /ENC\[(?:(\w+),)?([a-zA-Z0-9+/=\s]+?)\]/g;

/** Whether a text has something encrypted in it, for a first look. */
export function isEncrypted(text: string): boolean {
  return text.includes("ENC[") && text.search(TOKEN) >= 0;
}

/** Every encrypted token of a text, in order. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const [whole, scheme = "PKCS7", base64 = ""] = match;
    const bytes = Buffer.from(base64.replace(/\s+/g, ""), "base64");
    return { scheme: scheme.toUpperCase(), bytes, start: match.index, end: match.index + whole.length };
  });
}

/** A text with something else in place of each of its tokens. */
export function replaceTokens(text: string, replacement: (token: Token) => string): string {
  let result = "";
  let done = 0;
  for (const token of tokensOf(text)) {
    result += text.slice(done, token.start) + replacement(token);
    done = token.end;
  }
  return result + text.slice(done);
}

/** A token on one line, as `eyaml encrypt --output string` writes it. */
export function tokenText(scheme: Scheme, bytes: Uint8Array): string {
  return `ENC[${scheme},${Buffer.from(bytes).toString("base64")}]`;
}

/** A token as a folded YAML block, as `eyaml encrypt --output block` writes it. */
export function tokenBlock(scheme: Scheme, bytes: Uint8Array, indentation: string): string {
  const lines = tokenText(scheme, bytes).match(/.{1,60}/g) as string[];
  return lines.map((line) => indentation + line).join("\n");
}

/** A text without its ciphertext, for messages: `ENC[GPG,hQIMA...]`. */
export function abbreviated(text: string): string {
  const short = text.replace(TOKEN, (whole) => (whole.length > 40 ? `${whole.slice(0, 24)}...]` : whole));
  const line = short.replace(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 200)}...` : line;
}

/** The scheme of a name in any case. */
export function schemeNamed(name: string): Scheme {
  const scheme = SCHEMES.find((known) => known === name.toUpperCase());
  if (scheme) return scheme;
  throw new SecretFailure(
    `Values of the scheme ${name} cannot be read: PKCS7 and GPG are known`,
    "hiera-eyaml reads others with plugins written in Ruby, which cannot be used here",
  );
}
