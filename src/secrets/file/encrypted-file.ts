import { SecretFailure } from "../secret-failure.ts";
import { type Scheme, schemeNamed, type Token, tokenBlock, tokenText } from "../tokens.ts";

/** A token where it stands in a data file. */
export interface FileToken extends Token {
  /** The token as written, with the `>` of a folded block before it. */
  readonly source: string;
  /** What stands before the token of a folded block: `>` and its line end; undefined within a line. */
  readonly fold: string | undefined;
  readonly indentation: string;
}

/** A data file as text and tokens in turn. */
export type Piece = string | FileToken;

/** The `>` of a folded scalar, its line end, and the indentation of what follows. */
const FOLD = "(>[-+0-9]*[ \\t]*\\n)([ \\t]*)";
const ENCRYPTED = new RegExp(`(?:${FOLD})?ENC\\[(?:(\\w+),)?([a-zA-Z0-9+/=\\s]+?)\\]`, "g");
const DECRYPTED = new RegExp(`(?:${FOLD})?DEC(?:\\((\\d+)\\))?::(\\w+)\\[([\\s\\S]*?)\\]!`, "g");

/** Take a data file apart at its tokens. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(ENCRYPTED)) {
    const [source, fold, indentation, scheme = "PKCS7", base64 = ""] = match;
    const inner = /\n([ \t]*)/.exec(base64)?.[1];
    pieces.push(text.slice(done, match.index), {
      scheme: scheme.toUpperCase(),
      bytes: Buffer.from(base64.replace(/\s+/g, ""), "base64"),
      start: match.index,
      end: match.index + source.length,
      source,
      fold: fold ?? (inner === undefined ? undefined : ""),
      indentation: indentation ?? inner ?? "",
    });
    done = match.index + source.length;
  }
  return [...pieces, text.slice(done)];
}

/** A token in place of another or of a plain text, laid out as that was. */
export function written(
  scheme: Scheme,
  bytes: Uint8Array,
  { fold, indentation }: Pick<FileToken, "fold" | "indentation">,
): string {
  if (fold === undefined) return tokenText(scheme, bytes);
  const block = tokenBlock(scheme, bytes, indentation);
  return fold === "" ? block.slice(indentation.length) : fold + block;
}

/** A token for an editor, as `eyaml edit` shows it: `DEC(1)::PKCS7[text]!`. */
export function editable(
  { fold = "", indentation, scheme }: FileToken,
  number: number,
  plain: string,
): string {
  return `${fold}${fold === "" ? "" : indentation}DEC(${number})::${scheme}[${plain}]!`;
}

/** A plain text that an editor has left, to be encrypted. */
export interface PlainToken {
  readonly scheme: Scheme;
  readonly plain: string;
  /** Which of the tokens of the file it was; undefined for a new one. */
  readonly number: number | undefined;
  readonly fold: string | undefined;
  readonly indentation: string;
}

/** Replace every `DEC...[...]!` of an edited text. */
export function replacePlain(text: string, replacement: (token: PlainToken) => string): string {
  const seen = new Set<string>();
  return text.replace(DECRYPTED, (_whole, fold, indentation, number, scheme, plain) => {
    if (number !== undefined && seen.has(number)) throw duplicate(number);
    if (number !== undefined) seen.add(number);
    return replacement({
      scheme: schemeNamed(scheme),
      plain,
      number: number === undefined ? undefined : Number(number),
      fold,
      indentation: indentation ?? "",
    });
  });
}

function duplicate(number: string): SecretFailure {
  return new SecretFailure(
    `DEC(${number}) stands in the file twice`,
    "Leave the number and its parentheses out of a copied value: DEC::PKCS7[text]!",
  );
}
