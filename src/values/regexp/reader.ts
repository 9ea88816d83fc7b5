import { fail } from "../../diagnostics/failure.ts";

/** What `(?imx)` switches; `i` changes matching, `m` the dot, `x` how the pattern is read. */
export interface Flags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly extended: boolean;
}

/** A pattern being read, character by character. */
export class Reader {
  readonly source: string;
  at = 0;
  captures = 0;
  readonly names = new Map<string, number[]>();
  /** Plain parentheses capture only where no group has a name. */
  readonly named: boolean;

  constructor(source: string) {
    this.source = source;
    this.named = /\(\?(?:<(?![=!])|')/.test(source.replace(/\\[\s\S]/g, ""));
  }

  get done(): boolean {
    return this.at >= this.source.length;
  }

  /** The character here, a whole code point; empty at the end. */
  peek(): string {
    const code = this.source.codePointAt(this.at);
    return code === undefined ? "" : String.fromCodePoint(code);
  }

  next(): string {
    const character = this.peek();
    this.at += character.length;
    return character;
  }

  /** Whether the text here begins so; then it is passed over. */
  take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** What a sticky pattern finds here; then it is passed over. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found) this.at += found[0].length;
    return found ?? undefined;
  }

  fail(reason: string): never {
    fail("REGEXP_ERROR", `${reason}: /${this.source}/`);
  }
}
