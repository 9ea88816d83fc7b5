import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

/** Why a JSON text cannot be read; `line` and `column` are 1-based. */
export class JsonProblem extends SyntaxError {
  readonly line: number;
  readonly column: number;

  constructor(text: string, at: number) {
    const before = text.slice(0, at).split("\n");
    super(at >= text.length ? "unexpected end of input" : `unexpected token at '${text.slice(at)}'`);
    this.name = "JsonProblem";
    this.line = before.length;
    this.column = (before.at(-1) ?? "").length + 1;
  }
}

const WHITE = /(?:[ \t\r\n]|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\[^u\u0000-\u001f]|\\u[0-9a-fA-F]{4})*"/y;
/** Escapes that JSON does not know: Ruby takes the character as it is. */
const UNKNOWN_ESCAPE = /\\(?:(["\\/bfnrtu])|([\s\S]))/g;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;

/**
 * The value of a JSON text as Ruby's JSON reads it: `1` is an Integer and `1.0` a Float, keys keep their order, comments are
 * skipped. Throws JsonProblem.
 */
export function readJson(text: string): Value {
  const reader = new Reader(text.replace(/^\uFEFF/, ""));
  return reader.document();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Value {
    this.#skip();
    const value = this.#value();
    this.#skip();
    return this.#at < this.#text.length ? this.#fail() : value;
  }

  #value(): Value {
    const char = this.#text[this.#at];
    if (char === "{") return this.#object();
    if (char === "[") return this.#array();
    if (char === '"') return this.#string();
    return this.#wordOrNumber();
  }

  #object(): Hash {
    const entries: [Value, Value][] = [];
    this.#members("}", () => {
      const key = this.#string();
      this.#skip();
      this.#expect(":");
      this.#skip();
      entries.push([key, this.#value()]);
    });
    return Hash.from(entries);
  }

  #array(): Value[] {
    const items: Value[] = [];
    this.#members("]", () => items.push(this.#value()));
    return items;
  }

  #members(close: string, member: () => void): void {
    const start = this.#at++;
    this.#skip();
    if (this.#text[this.#at] === close) {
      this.#at++;
      return;
    }
    for (;;) {
      member();
      this.#skip();
      if (this.#at >= this.#text.length) this.#fail(start);
      if (this.#text[this.#at] === close) break;
      this.#expect(",");
      this.#skip();
    }
    this.#at++;
  }

  #string(): string {
    const text = this.#match(STRING)?.[0] ?? this.#fail();
    return JSON.parse(
      text.replace(UNKNOWN_ESCAPE, (all, known, unknown) => (known ? all : unknown)),
    ) as string;
  }

  #wordOrNumber(): Value {
    const word = this.#match(WORD)?.[0];
    if (word !== undefined) return word === "null" ? null : word === "true";
    const number = this.#match(NUMBER) ?? this.#fail();
    const whole = number[1] === undefined && number[2] === undefined;
    return whole ? BigInt(number[0]) : Number(number[0]);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }

  #skip(): void {
    this.#match(WHITE);
  }

  #expect(char: string): void {
    if (this.#text[this.#at] !== char) this.#fail();
    this.#at++;
  }

  #fail(at = this.#at): never {
    throw new JsonProblem(this.#text, at);
  }
}
