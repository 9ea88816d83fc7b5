import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { ForbiddenClass, plainScalar } from "./plain-scalar.ts";
import { RubySymbol } from "./ruby-symbol.ts";
import { NOT_SIMPLE } from "./simple-lines.ts";

const SINGLE = /'(?:[^']|'')*'/y;
const DOUBLE = /"(?:[^"\\]|\\["\\nt])*"/y;
const BLOCK_PLAIN =
  /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-:](?=[^\s]))(?:[^\s:#]|:(?=\S)|(?<=\S)#|\s+(?![\s#]|:(?:\s|$)))*/y;
const FLOW_PLAIN =
  /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))(?:[^\s:#,[\]{}]|:(?=[^\s,?[\]{}])|(?<=\S)#|\s+(?![\s#,[\]{}]|:[\s,[\]{}]))*/y;
const END = /\s*(?:\s#.*)?$/y;

/** Texts that are nothing but themselves, unless they are one of the words that mean something. */
const WORDS = /^[A-Za-z]{2}[\w ./@%-]*$/;
const MEANING = /^(?:true|false|yes|no|on|off|null)$/i;
const WORD_KEY = /^[A-Za-z]{2}\w{4,}(?:::\w+)*(?=:(?: |$))/;
const COUNT = /^[1-9][0-9]{0,14}$/;

/** A value written on one line: a scalar, or a flow collection that ends there. */
export function inlineValue(text: string): Value {
  return plainestValue(text) ?? scannedValue(text);
}

/** What most values are, told at a glance: words, counts, and quoted texts without escapes. */
function plainestValue(text: string): Value | undefined {
  if (WORDS.test(text)) return text.length <= 5 && MEANING.test(text) ? undefined : text;
  if (COUNT.test(text)) return BigInt(text);
  const end = text.length - 1;
  const quoted = end > 0 && text[0] === '"' && text.indexOf('"', 1) === end && !text.includes("\\");
  return quoted ? text.slice(1, end) : undefined;
}

function scannedValue(text: string): Value {
  const scanner = new InlineScanner(text);
  const value = scanner.value(BLOCK_PLAIN);
  scanner.end();
  return value;
}

/** With what follows it up to its colon; libyaml takes 1024 characters. */
export const LONGEST_KEY = 1000;

/** The key that a line of a mapping begins with, and what follows its colon; undefined when it is no such line. */
export function splitEntry(text: string): { readonly key: Value; readonly rest: string } | undefined {
  const word = WORD_KEY.exec(text)?.[0];
  if (word !== undefined) return { key: word, rest: text.slice(word.length + 1).trimStart() };
  const scanner = new InlineScanner(text);
  const first = text[0];
  if (first === "[" || first === "{") return undefined;
  const plain = first !== '"' && first !== "'";
  const key = scanner.scalar(BLOCK_PLAIN);
  const colon = /\s*:(?=\s|$)/y.exec(text.slice(scanner.at));
  if (!colon) return undefined;
  if (plain && key === "<<") throw NOT_SIMPLE;
  return {
    key: key instanceof RubySymbol ? key.name : key,
    rest: text.slice(scanner.at + colon[0].length).trimStart(),
  };
}

class InlineScanner {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(plain: RegExp): Value {
    const char = this.#text[this.at];
    if (char === "[") return this.#array();
    return char === "{" ? this.#hash() : this.scalar(plain);
  }

  scalar(plain: RegExp): Value {
    const char = this.#text[this.at];
    if (char === "'") return this.#match(SINGLE).slice(1, -1).replaceAll("''", "'");
    if (char === '"') return unescaped(this.#match(DOUBLE));
    const value = plainScalar(this.#match(plain));
    if (value instanceof ForbiddenClass) throw NOT_SIMPLE;
    return value;
  }

  /** Nothing may follow but a comment. */
  end(): void {
    this.#match(END);
  }

  #array(): Value[] {
    const items: Value[] = [];
    this.#members("]", () => items.push(this.value(FLOW_PLAIN)));
    return items;
  }

  #hash(): Hash {
    const entries = new Map<Value, Value>();
    this.#members("}", () => {
      const key = this.scalar(FLOW_PLAIN);
      if (key === "<<") throw NOT_SIMPLE;
      this.#match(/:[ ]+/y);
      entries.set(key instanceof RubySymbol ? key.name : key, this.value(FLOW_PLAIN));
    });
    return Hash.from(entries);
  }

  #members(close: string, member: () => void): void {
    this.at++;
    for (this.#blank(); this.#text[this.at] !== close; this.#blank()) {
      member();
      this.#blank();
      if (this.#text[this.at] === ",") this.at++;
      else if (this.#text[this.at] !== close) throw NOT_SIMPLE;
    }
    this.at++;
  }

  #blank(): void {
    this.#match(/ */y);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (!match) throw NOT_SIMPLE;
    this.at = pattern.lastIndex;
    return match[0];
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

function unescaped(quoted: string): string {
  const text = quoted.slice(1, -1);
  return text.includes("\\") ? text.replace(/\\(.)/g, (_all, char: string) => ESCAPES[char] ?? char) : text;
}
