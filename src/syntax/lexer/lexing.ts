import type { TokenType } from "chevrotain";
import { Failure } from "../../diagnostics/failure.ts";
import { type Issue, type Place, placeOf } from "../../diagnostics/issue.ts";
import type { Source } from "../../source/source.ts";
import type { Token } from "../tokens.ts";

/** What an EPP text is inside of: plain text, `<% code %>` or `<%= expression %>`. */
export type EppMode = "text" | "epp" | "expr";

/** How the text is lexed. */
export interface LexerOptions {
  /** With the keywords of tasks mode. */
  readonly tasks: boolean;
  /** Lex what stands at the current position; strings need it for the expressions in them. */
  readonly step: (lx: Lexing) => void;
}

/** The state of lexing one text; a heredoc's text is lexed by a state of its own that maps offsets back. */
export class Lexing {
  readonly source: Source;
  readonly text: string;
  readonly options: LexerOptions;
  readonly tokens: Token[];
  readonly warnings: Issue[];
  pos = 0;
  braceCount = 0;
  lineStart = 0;
  /** Where to go on after the current line: behind the texts of the heredocs it opened. */
  newlineJump: number | undefined;
  #matchStart = -1;
  #matchEnd = -1;
  eppMode: EppMode | undefined;
  eppOpen: number | undefined;
  readonly #toGlobal: ((offset: number) => number) | undefined;

  constructor(source: Source, options: LexerOptions, text = source.text, outer?: OuterLexing) {
    this.source = source;
    this.options = options;
    this.text = text;
    this.tokens = outer?.lexing.tokens ?? [];
    this.warnings = outer?.lexing.warnings ?? [];
    this.#toGlobal = outer?.toGlobal;
  }

  /** The type of the last token; decides whether a slash can start a regular expression. */
  get after(): TokenType | undefined {
    return this.tokens[this.tokens.length - 1]?.tokenType;
  }

  push(tokenType: TokenType, image: string, start: number, end: number): void {
    this.tokens[this.tokens.length] = this.token(tokenType, image, start, end);
  }

  /** A token between two offsets of this lexing's own text. */
  token(tokenType: TokenType, image: string, start: number, end: number): Token {
    const tokenTypeIdx = tokenType.tokenTypeIdx!;
    if (this.#toGlobal === undefined) return { image, startOffset: start, end, tokenType, tokenTypeIdx };
    return { image, startOffset: this.global(start), end: this.global(end), tokenType, tokenTypeIdx };
  }

  /** The offset in the source of an offset in this lexing's text. */
  global(offset: number): number {
    return this.#toGlobal === undefined ? offset : this.#toGlobal(offset);
  }

  /** Match a sticky pattern at the current position and step over it. */
  scan(pattern: RegExp): string | undefined {
    const start = this.pos;
    pattern.lastIndex = start;
    if (!pattern.test(this.text)) {
      this.#matchStart = -1;
      return undefined;
    }
    this.match(pattern.lastIndex);
    return this.text.slice(start, this.pos);
  }

  /** Step over a text that was matched by other means. */
  match(end: number): void {
    this.#matchStart = this.pos;
    this.#matchEnd = end;
    this.pos = end;
  }

  /** The last text that was matched, empty when the last try failed; Puppet quotes it when a string stays open. */
  get matched(): string {
    return this.#matchStart < 0 ? "" : this.text.slice(this.#matchStart, this.#matchEnd);
  }

  fail(code: string, message: string, at = this.pos): never {
    throw new Failure({ code, severity: "error", message, place: this.place(at) });
  }

  warn(code: string, message: string): void {
    this.warnings.push({ code, severity: "warning", message, place: this.place(this.pos) });
  }

  /** What follows the current position, as Puppet's messages show it. */
  followedBy(): string {
    if (this.pos >= this.text.length) return "<eof>";
    const next = [...this.text.slice(this.pos, this.pos + 10)].slice(0, 5).join("");
    return `${next}...`.replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  }

  place(at: number): Place {
    const offset = this.global(at);
    return placeOf(this.source.span(offset, offset));
  }
}

/** The lexing a heredoc stands in, and how the offsets of the heredoc's text map to the source. */
export interface OuterLexing {
  readonly lexing: Lexing;
  readonly toGlobal: (offset: number) => number;
}
