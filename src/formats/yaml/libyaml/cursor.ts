/** A place in a text: characters from its beginning, lines and columns, all from 0. */
export interface Mark {
  /** In the text as JavaScript counts. */
  readonly offset: number;
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** Why libyaml refuses a text. What Psych names as the place is where the broken part begins, not where it breaks. */
export class LibyamlProblem extends Error {
  readonly begin: Mark;
  readonly broken: Mark;

  /** `context` is what was being read: `while parsing a block mapping`. */
  constructor(problem: string, context: string | undefined, begin: Mark, broken: Mark) {
    super(context === undefined ? problem : `${problem} ${context}`);
    this.name = "LibyamlProblem";
    this.begin = begin;
    this.broken = broken;
  }
}

/** What stands where a text has ended. */
export const END = "\0";

export function isBreak(char: string): boolean {
  return char === "\n" || char === "\r" || char === "\u0085" || char === "\u2028" || char === "\u2029";
}

export function isBreakOrEnd(char: string): boolean {
  return isBreak(char) || char === END;
}

export function isBlank(char: string): boolean {
  return char === " " || char === "\t";
}

export function isBlankOrEnd(char: string): boolean {
  return isBlank(char) || isBreakOrEnd(char);
}

export function isWord(char: string): boolean {
  return /^[0-9A-Za-z_-]$/.test(char);
}

/** Going through a text, as the reader of libyaml counts. */
export class Cursor {
  readonly #text: string;
  #at = 0;
  #index = 0;
  #line = 0;
  #column = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get mark(): Mark {
    return { offset: this.#at, index: this.#index, line: this.#line, column: this.#column };
  }

  get index(): number {
    return this.#index;
  }

  get line(): number {
    return this.#line;
  }

  get column(): number {
    return this.#column;
  }

  peek(ahead = 0): string {
    return this.#text[this.#at + ahead] ?? END;
  }

  skip(count = 1): void {
    for (let left = count; left > 0; left--) {
      const code = this.#text.charCodeAt(this.#at);
      this.#at += code >= 0xd800 && code < 0xdc00 ? 2 : 1;
      this.#index++;
      this.#column++;
    }
  }

  /** Past a line break; carriage return and line feed are one. */
  skipLine(): void {
    if (!isBreak(this.peek())) return;
    const length = this.peek() === "\r" && this.peek(1) === "\n" ? 2 : 1;
    this.#at += length;
    this.#index += length;
    this.#line++;
    this.#column = 0;
  }

  /** The end of the text stands on a line of its own. */
  endLine(): void {
    if (this.#column === 0) return;
    this.#column = 0;
    this.#line++;
  }

  skipBlanks(): void {
    while (isBlank(this.peek())) this.skip();
  }

  skipComment(): void {
    if (this.peek() !== "#") return;
    while (!isBreakOrEnd(this.peek())) this.skip();
  }

  /** Whether `---` or `...` stands here alone, at the beginning of a line. */
  atDocumentIndicator(indicator?: "---" | "..."): boolean {
    if (this.#column !== 0 || !isBlankOrEnd(this.peek(3))) return false;
    const found = this.#text.slice(this.#at, this.#at + 3);
    return indicator === undefined ? found === "---" || found === "..." : found === indicator;
  }
}
