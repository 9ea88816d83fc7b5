import { Cursor, END, isBlank, isBlankOrEnd, isBreak, LibyamlProblem, type Mark } from "./cursor.ts";
import { type Directive, scanAnchor, scanDirective, scanTag } from "./scan-properties.ts";
import { scanBlock, scanPlain, scanQuoted } from "./scan-scalars.ts";

export type TokenKind =
  | "directive"
  | "document start"
  | "document end"
  | "stream end"
  | "block sequence"
  | "block mapping"
  | "block end"
  | "["
  | "]"
  | "{"
  | "}"
  | ","
  | "-"
  | "key"
  | "value"
  | "alias"
  | "anchor"
  | "tag"
  | "scalar";

export interface Token {
  readonly kind: TokenKind;
  readonly start: Mark;
  readonly directive?: Directive;
  /** Of a tag. */
  readonly handle?: string;
}

/** Where a key may have begun that a `:` has yet to show. */
interface SimpleKey {
  readonly token: number;
  readonly mark: Mark;
  /** Nothing but a key can stand there. */
  readonly required: boolean;
}

/** The tokens of a YAML text, as the scanner of libyaml 0.2.5 finds them: no sooner than they are asked for. */
export class Scanner {
  readonly #cursor: Cursor;
  readonly #queue: Token[] = [];
  #taken = 0;
  /** By level of flow collections. */
  readonly #keys: (SimpleKey | undefined)[] = [undefined];
  /** The outermost level that may have a key: those further out have become stale. */
  #oldest = 0;
  #keyAllowed = true;
  readonly #indents: number[] = [];
  #indent = -1;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
  }

  peek(): Token {
    while (this.#needsMore()) this.#fetch();
    return this.#queue[0]!;
  }

  take(): Token {
    const token = this.peek();
    this.#queue.shift();
    this.#taken++;
    return token;
  }

  #needsMore(): boolean {
    if (this.#queue.length === 0) return true;
    this.#dropStaleKeys();
    return this.#keys[this.#oldest]?.token === this.#taken;
  }

  get #flow(): boolean {
    return this.#keys.length > 1;
  }

  #fetch(): void {
    this.#skipToToken();
    this.#dropStaleKeys();
    this.#unroll(this.#cursor.column);
    const peek = this.#cursor.peek();
    const { column } = this.#cursor;
    if (peek === END) this.#end();
    else if (column === 0 && peek === "%") this.#directive();
    else if (this.#cursor.atDocumentIndicator("---")) this.#document("document start");
    else if (this.#cursor.atDocumentIndicator("...")) this.#document("document end");
    else if (!this.#indicator(peek)) this.#scalar(peek);
  }

  #indicator(char: string): boolean {
    const blankAfter = isBlankOrEnd(this.#cursor.peek(1));
    if (char === "[" || char === "{") this.#open(char);
    else if (char === "]" || char === "}") this.#close(char);
    else if (char === ",") this.#comma();
    else if (char === "-" && blankAfter) this.#entry();
    else if (char === "?" && (this.#flow || blankAfter)) this.#key();
    else if (char === ":" && (this.#flow || blankAfter)) this.#value();
    else if (char === "*" || char === "&") this.#anchor(char);
    else if (char === "!") this.#tag();
    else return false;
    return true;
  }

  #scalar(char: string): void {
    if ((char === "|" || char === ">") && !this.#flow) this.#block();
    else if (char === "'" || char === '"') this.#content(() => scanQuoted(this.#cursor));
    else if (this.#startsPlain(char)) this.#plain();
    else this.#noToken();
  }

  #noToken(): never {
    const { mark } = this.#cursor;
    const problem = "found character that cannot start any token";
    throw new LibyamlProblem(problem, "while scanning for the next token", mark, mark);
  }

  #startsPlain(char: string): boolean {
    const next = this.#cursor.peek(1);
    if (char === "-") return !isBlank(next);
    if (char === "?" || char === ":") return !this.#flow && !isBlankOrEnd(next);
    return !isBlankOrEnd(char) && !",[]{}#&*!|>'\"%@`".includes(char);
  }

  #skipToToken(): void {
    const cursor = this.#cursor;
    for (;;) {
      if (cursor.column === 0 && cursor.peek() === "\uFEFF") cursor.skip();
      const tabs = this.#flow || !this.#keyAllowed;
      while (cursor.peek() === " " || (tabs && cursor.peek() === "\t")) cursor.skip();
      cursor.skipComment();
      if (!isBreak(cursor.peek())) return;
      cursor.skipLine();
      if (!this.#flow) this.#keyAllowed = true;
    }
  }

  /** A simple key stands on one line and has at most 1024 characters. Keys further in are younger. */
  #dropStaleKeys(): void {
    const { line, index } = this.#cursor;
    for (; this.#oldest < this.#keys.length; this.#oldest++) {
      const key = this.#keys[this.#oldest];
      if (key !== undefined && key.mark.line >= line && key.mark.index + 1024 >= index) return;
      this.#dropKey(this.#oldest);
    }
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return;
    const { mark } = this.#cursor;
    this.#dropKey();
    const required = !this.#flow && this.#indent === mark.column;
    const level = this.#keys.length - 1;
    this.#oldest = Math.min(this.#oldest, level);
    this.#keys[level] = { token: this.#taken + this.#queue.length, mark, required };
  }

  #dropKey(level = this.#keys.length - 1): void {
    const key = this.#keys[level];
    if (key?.required === true)
      throw new LibyamlProblem(
        "could not find expected ':'",
        "while scanning a simple key",
        key.mark,
        this.#cursor.mark,
      );
    this.#keys[level] = undefined;
  }

  #roll(column: number, kind: TokenKind, start: Mark, before?: number): void {
    if (this.#flow || this.#indent >= column) return;
    this.#indents.push(this.#indent);
    this.#indent = column;
    this.#queue.splice(before === undefined ? this.#queue.length : before - this.#taken, 0, { kind, start });
  }

  #unroll(column: number): void {
    if (this.#flow) return;
    while (this.#indent > column) {
      this.#queue.push({ kind: "block end", start: this.#cursor.mark });
      this.#indent = this.#indents.pop()!;
    }
  }

  #push(kind: TokenKind, length: number): void {
    this.#queue.push({ kind, start: this.#cursor.mark });
    this.#cursor.skip(length);
  }

  /** Back to the outermost level, where no key may stand. */
  #reset(): void {
    this.#unroll(-1);
    this.#dropKey();
    this.#keyAllowed = false;
  }

  #end(): void {
    this.#cursor.endLine();
    this.#reset();
    this.#push("stream end", 0);
  }

  #directive(): void {
    this.#reset();
    const start = this.#cursor.mark;
    this.#queue.push({ kind: "directive", start, directive: scanDirective(this.#cursor) });
  }

  #document(kind: TokenKind): void {
    this.#reset();
    this.#push(kind, 3);
  }

  #open(kind: "[" | "{"): void {
    this.#saveKey();
    this.#keys.push(undefined);
    this.#keyAllowed = true;
    this.#push(kind, 1);
  }

  #close(kind: "]" | "}"): void {
    this.#dropKey();
    if (this.#flow) this.#keys.pop();
    this.#keyAllowed = false;
    this.#push(kind, 1);
  }

  #comma(): void {
    this.#dropKey();
    this.#keyAllowed = true;
    this.#push(",", 1);
  }

  #entry(): void {
    this.#inBlock("block sequence entries", "block sequence");
    this.#dropKey();
    this.#keyAllowed = true;
    this.#push("-", 1);
  }

  #key(): void {
    this.#inBlock("mapping keys", "block mapping");
    this.#dropKey();
    this.#keyAllowed = !this.#flow;
    this.#push("key", 1);
  }

  #value(): void {
    const key = this.#keys.at(-1);
    if (key === undefined) this.#inBlock("mapping values", "block mapping");
    else {
      this.#queue.splice(key.token - this.#taken, 0, { kind: "key", start: key.mark });
      this.#roll(key.mark.column, "block mapping", key.mark, key.token);
      this.#keys[this.#keys.length - 1] = undefined;
    }
    this.#keyAllowed = key === undefined && !this.#flow;
    this.#push("value", 1);
  }

  /** In a block an indicator stands where a key could, and may begin the collection. */
  #inBlock(what: string, kind: TokenKind): void {
    if (this.#flow) return;
    const { mark } = this.#cursor;
    if (!this.#keyAllowed)
      throw new LibyamlProblem(`${what} are not allowed in this context`, undefined, mark, mark);
    this.#roll(mark.column, kind, mark);
  }

  #anchor(char: "*" | "&"): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const start = this.#cursor.mark;
    scanAnchor(this.#cursor);
    this.#queue.push({ kind: char === "*" ? "alias" : "anchor", start });
  }

  #tag(): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const start = this.#cursor.mark;
    this.#queue.push({ kind: "tag", start, handle: scanTag(this.#cursor, this.#flow) });
  }

  #block(): void {
    this.#dropKey();
    this.#keyAllowed = true;
    const start = this.#cursor.mark;
    scanBlock(this.#cursor, this.#indent);
    this.#queue.push({ kind: "scalar", start });
  }

  #plain(): void {
    this.#content(() => {
      if (scanPlain(this.#cursor, this.#flow, this.#indent + 1)) this.#keyAllowed = true;
    });
  }

  #content(scan: () => void): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const start = this.#cursor.mark;
    scan();
    this.#queue.push({ kind: "scalar", start });
  }
}
