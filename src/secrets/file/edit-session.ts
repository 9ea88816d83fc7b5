import { SecretFailure } from "../secret-failure.ts";
import type { Scheme } from "../tokens.ts";
import { editable, type FileToken, type Piece, piecesOf, replacePlain, written } from "./encrypted-file.ts";

/** Decrypts and encrypts the values of one data file. */
export interface FileKeys {
  decrypt(token: FileToken): string;
  encrypt(scheme: Scheme, plain: string): Buffer;
}

const REMARK = "# |";
const PREAMBLE = `This is nostrings secrets edit. Lines at the top that start with "${REMARK}" are removed when you save and exit.
 - To change an encrypted value, change the text between the brackets of DEC(<number>)::PKCS7[text]! (or GPG).
   Do not change the number in the parentheses.
 - To add an encrypted value, write it without a number: DEC::PKCS7[text]! or DEC::GPG[text]!
 - Only values that you change are encrypted again.
`;

/** A data file while its secrets are plain: what an editor gets to see, and what becomes of it. */
export class EditSession {
  readonly #keys: FileKeys;
  readonly #pieces: readonly Piece[];
  readonly #known = new Map<number, { readonly token: FileToken; readonly plain: string }>();
  /** The whole file as an editor gets it. */
  readonly text: string;
  /** Why some tokens stay encrypted. */
  readonly remarks: string[] = [];

  constructor(file: string, keys: FileKeys, preamble = true) {
    this.#keys = keys;
    this.#pieces = piecesOf(file);
    const body = this.#pieces
      .map((piece) => (typeof piece === "string" ? piece : this.#shown(piece)))
      .join("");
    const words = [PREAMBLE.trimEnd(), ...this.remarks].join("\n").replace(/^/gm, `${REMARK} `);
    this.text = preamble ? `${words}\n${body}` : body;
  }

  /** The encrypted file that an edited text stands for. */
  result(edited: string): string {
    const lines = edited.split("\n");
    const start = lines.findIndex((line) => !line.startsWith(REMARK));
    const body = start < 0 ? "" : lines.slice(start).join("\n");
    if (body.trim() === "") throw new SecretFailure("Edited file is blank");
    return replacePlain(body, ({ number, scheme, plain, fold, indentation }) => {
      const before = number === undefined ? undefined : this.#known.get(number);
      if (number !== undefined && !before)
        throw new SecretFailure(
          `DEC(${number}) is none of the values of the file: leave the number out of new values`,
        );
      if (before?.plain === plain && before.token.scheme === scheme) return before.token.source;
      return written(scheme, this.#keys.encrypt(scheme, plain), {
        fold: fold ?? before?.token.fold,
        indentation: fold === undefined ? (before?.token.indentation ?? "") : indentation,
      });
    });
  }

  #shown(token: FileToken): string {
    try {
      const plain = this.#keys.decrypt(token);
      if (plain.includes("]!")) return this.#kept(token, "its text has the closing mark ]! in it");
      const number = this.#known.size + 1;
      this.#known.set(number, { token, plain });
      return editable(token, number, plain);
    } catch (error) {
      if (!(error instanceof SecretFailure)) throw error;
      return this.#kept(token, error.message);
    }
  }

  #kept(token: FileToken, why: string): string {
    this.remarks.push(`A value stays encrypted: ${why}`);
    return token.source;
  }
}
