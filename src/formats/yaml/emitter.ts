import { analyze, BREAK, emittedStyle, isPrintable, type ScalarStyle } from "./scalar-style.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "\0": "0",
  "\x07": "a",
  "\b": "b",
  "\t": "t",
  "\n": "n",
  "\v": "v",
  "\f": "f",
  "\r": "r",
  "\x1b": "e",
  '"': '"',
  "\\": "\\",
  "\x85": "N",
  "\xa0": "_",
  "\u2028": "L",
  "\u2029": "P",
};

/** The characters of YAML in the layout that libyaml's emitter gives them (src/emitter.c of libyaml 0.2.5). */
export class Emitter {
  /** Spaces per level. */
  readonly indentation: number;
  readonly #width: number;
  readonly #parts: string[] = [];
  #column = 0;
  /** Whether the last thing written was white space, and whether the line so far is only indentation. */
  #whitespace = true;
  #indention = true;
  #openEnded = false;

  constructor(indentation: number, width: number) {
    this.indentation = indentation;
    this.#width = width;
  }

  /** The document, with `...` where the last block scalar keeps its line breaks (libyaml's open_ended). */
  get text(): string {
    return this.#parts.join("") + (this.#openEnded ? "...\n" : "");
  }

  /** Whether nothing but indentation and indicators is on this line. */
  get indention(): boolean {
    return this.#indention;
  }

  /** `:`, `-`, `?`, `&1` and the like; `spaced` asks for white space in front. */
  indicator(text: string, spaced: boolean, options: { readonly indention?: boolean } = {}): void {
    if (spaced && !this.#whitespace) this.#put(" ");
    this.#put(text);
    this.#whitespace = false;
    this.#indention = this.#indention && options.indention === true;
  }

  /** Go to a column of a line on which nothing but indentation is. */
  indent(column: number): void {
    const elsewhere = this.#column > column || (this.#column === column && !this.#whitespace);
    if (!this.#indention || elsewhere) this.#break("\n");
    if (this.#column < column) this.#put(" ".repeat(column - this.#column));
    this.#whitespace = true;
    this.#indention = true;
  }

  lineEnd(): void {
    if (this.#column > 0) this.#break("\n");
    this.#whitespace = true;
    this.#indention = true;
  }

  /** A scalar whose further lines begin at `indent`; keys are never broken into lines. */
  scalar(text: string, wanted: ScalarStyle, indent: number, isKey: boolean): void {
    const style = emittedStyle(wanted, analyze(text), isKey);
    if (style === "literal") this.#literal(text, indent);
    else if (style === "folded") this.#folded(text, indent);
    else if (style === "double") this.#double(text, indent, isKey);
    else if (style === "single") this.#single(text, indent, isKey);
    else this.#plain(text, indent, isKey);
  }

  #plain(text: string, indent: number, isKey: boolean): void {
    if (!this.#whitespace && text !== "") this.#put(" ");
    this.#flow(text, indent, isKey, (char) => this.#put(char));
    this.#whitespace = false;
    this.#indention = false;
  }

  #single(text: string, indent: number, isKey: boolean): void {
    this.indicator("'", true);
    this.#flow(text, indent, isKey, (char) => this.#put(char === "'" ? "''" : char), true);
    this.indicator("'", false);
  }

  /** Lines of a plain or single quoted scalar: broken at single spaces past the width, a line break is an empty line. */
  #flow(text: string, indent: number, isKey: boolean, put: (char: string) => void, quoted = false): void {
    const chars = [...text];
    let spaces = false;
    let breaks = false;
    for (const [at, char] of chars.entries()) {
      if (char === " ") {
        const inside = !quoted || (at > 0 && at < chars.length - 1);
        const folds = !isKey && !spaces && inside && this.#column > this.#width && chars[at + 1] !== " ";
        if (folds) this.indent(indent);
        else this.#put(" ");
        spaces = true;
      } else if (BREAK.test(char)) {
        if (!breaks && char === "\n") this.#break("\n");
        this.#break(char);
        this.#indention = true;
        breaks = true;
      } else {
        if (breaks) this.indent(indent);
        put(char);
        this.#indention = false;
        spaces = false;
        breaks = false;
      }
    }
    if (breaks && quoted) this.indent(indent);
  }

  #double(text: string, indent: number, isKey: boolean): void {
    this.indicator('"', true);
    const chars = [...text];
    let spaces = false;
    for (const [at, char] of chars.entries()) {
      if (char === " " && this.#folds(chars, at, isKey || spaces)) {
        this.indent(indent);
        if (chars[at + 1] === " ") this.#put("\\");
        spaces = true;
      } else {
        this.#put(escaped(char));
        spaces = char === " ";
      }
    }
    this.indicator('"', false);
  }

  #folds(chars: readonly string[], at: number, never: boolean): boolean {
    return !never && this.#column > this.#width && at > 0 && at < chars.length - 1;
  }

  #literal(text: string, indent: number): void {
    this.#blockHead("|", text);
    let breaks = true;
    for (const char of text) {
      const isBreak = BREAK.test(char);
      if (isBreak) this.#break(char);
      else {
        if (breaks) this.indent(indent);
        this.#put(char);
      }
      this.#indention = isBreak;
      breaks = isBreak;
    }
  }

  #folded(text: string, indent: number): void {
    this.#blockHead(">", text);
    const chars = [...text];
    let breaks = true;
    let leadingSpaces = true;
    for (const [at, char] of chars.entries()) {
      if (BREAK.test(char)) {
        if (!breaks && !leadingSpaces && char === "\n" && !isBlank(afterBreaks(chars, at))) this.#break("\n");
        this.#break(char);
        this.#indention = true;
        breaks = true;
        continue;
      }
      if (breaks) {
        this.indent(indent);
        leadingSpaces = char === " " || char === "\t";
      }
      const folds = !breaks && char === " " && chars[at + 1] !== " " && this.#column > this.#width;
      if (folds) this.indent(indent);
      else this.#put(char);
      this.#indention = false;
      breaks = false;
    }
  }

  /** `|` or `>`, with the indentation where the text begins with white space, and what becomes of the last line break. */
  #blockHead(style: string, text: string): void {
    const hint = text[0] === " " || BREAK.test(text[0]!) ? String(this.indentation) : "";
    const chomp = chomping(text);
    this.#openEnded = chomp === "+";
    this.indicator(`${style}${hint}${chomp}`, true);
    this.#break("\n");
    this.#indention = true;
    this.#whitespace = true;
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#column += text.length;
  }

  #break(char: string): void {
    this.#parts.push(char);
    this.#column = 0;
  }
}

function chomping(text: string): string {
  if (!BREAK.test(text.at(-1) ?? "")) return "-";
  return text.length === 1 || BREAK.test(text.at(-2)!) ? "+" : "";
}

function afterBreaks(chars: readonly string[], at: number): string | undefined {
  let next = at;
  while (chars[next] !== undefined && BREAK.test(chars[next]!)) next++;
  return chars[next];
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || char === " " || char === "\t" || BREAK.test(char);
}

function escaped(char: string): string {
  const mustEscape = !isPrintable(char) || BREAK.test(char) || char === '"' || char === "\\";
  if (!mustEscape) return char;
  const known = ESCAPES[char];
  if (known !== undefined) return `\\${known}`;
  const code = char.codePointAt(0)!;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
