import { HoconProblem } from "./node.ts";

const BLANK = /[ \t\r\f\v\u00a0\ufeff\u2000-\u200a\u202f\u205f\u3000]*/y;
const EMPTY = /(?:\s|\ufeff|#[^\n]*|\/\/[^\n]*)*/y;
const TRIPLE = /"""([\s\S]*?"*)"""(?!")/y;
const QUOTED = /"(?:[^"\\\n]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;
const UNQUOTED = /(?:(?!\/\/)[^$"{}[\]:=,+#`^?!@*&\\\s])+/y;
const COMMENT = /(?:#|\/\/)[^\n]*/y;

/** Moves through a HOCON text. */
export class HoconScanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get char(): string {
    return this.text[this.at] ?? "";
  }

  /** White space within a line; gives it back, it may belong to a string. */
  blanks(): string {
    return this.match(BLANK)?.[0] ?? "";
  }

  /** White space, line ends and comments. */
  skip(): void {
    this.match(EMPTY);
  }

  comment(): void {
    this.match(COMMENT);
  }

  /** A quoted string of either kind; undefined when there is none here. */
  quoted(): string | undefined {
    const triple = this.match(TRIPLE);
    if (triple) return triple[1] as string;
    if (this.char !== '"') return undefined;
    const quoted = this.match(QUOTED);
    if (!quoted) return this.fail("End of input but string quote was still open");
    return JSON.parse(quoted[0].replaceAll("\t", "\\t")) as string;
  }

  unquoted(): string | undefined {
    return this.match(UNQUOTED)?.[0];
  }

  /** Step over a text if it stands here. */
  take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  fail(message: string, at = this.at): never {
    throw new HoconProblem(message, this.text, at);
  }
}
