import { floatToText } from "../../values/float-text.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

const TOKEN =
  /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\x00-\x1f]|\\.)*")|(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?|(true|false|null))/y;

/**
 * The value a JSON text denotes: `1` is an Integer and `1.0` a Float, and keys keep their order, which objects of
 * JavaScript lose for keys like `1`. Throws SyntaxError.
 */
export function parseJson(text: string): Value {
  const reader = new JsonReader(text);
  const value = reader.value();
  reader.end();
  return value;
}

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): Value {
    const token = this.#next();
    if (token[1] === "{") return this.#object();
    if (token[1] === "[") return this.#array();
    if (token[1] !== undefined) return this.#fail();
    if (token[2] !== undefined) return JSON.parse(token[2]) as string;
    if (token[6] !== undefined) return token[6] === "null" ? null : token[6] === "true";
    const [, , , whole = "", fraction = "", exponent = ""] = token;
    return fraction === "" && exponent === "" ? BigInt(whole) : Number(whole + fraction + exponent);
  }

  end(): void {
    if (/\S/.test(this.#text.slice(this.#at))) this.#fail();
  }

  #array(): Value[] {
    const values: Value[] = [];
    if (this.#take("]")) return values;
    do values.push(this.value());
    while (this.#take(","));
    this.#expect("]");
    return values;
  }

  #object(): Hash {
    const entries: [Value, Value][] = [];
    if (this.#take("}")) return Hash.empty;
    do {
      const key = this.value();
      if (typeof key !== "string") this.#fail();
      this.#expect(":");
      entries.push([key, this.value()]);
    } while (this.#take(","));
    this.#expect("}");
    return Hash.from(entries);
  }

  #take(mark: string): boolean {
    const before = this.#at;
    if (this.#next()[1] === mark) return true;
    this.#at = before;
    return false;
  }

  #expect(mark: string): void {
    if (!this.#take(mark)) this.#fail();
  }

  #next(): RegExpExecArray {
    TOKEN.lastIndex = this.#at;
    const token = TOKEN.exec(this.#text);
    if (!token) this.#fail();
    this.#at = TOKEN.lastIndex;
    return token;
  }

  #fail(): never {
    const rest = this.#text.slice(this.#at).trimStart();
    throw new SyntaxError(
      rest === "" ? "unexpected end of JSON" : `unexpected token at '${rest.slice(0, 40)}'`,
    );
  }
}

/** A value as JSON: on one line, or over several lines with an indent. Rich values and types become their text. */
export function toJson(value: Value, indent = ""): string {
  return write(value, indent, "");
}

function write(value: Value, indent: string, margin: string): string {
  if (value === null || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return floatToText(value);
  if (typeof value === "string") return JSON.stringify(value);
  const inner = margin + indent;
  if (Array.isArray(value)) {
    return bracketed(
      "[",
      value.map((element) => write(element, indent, inner)),
      "]",
      indent,
      margin,
    );
  }
  if (!(value instanceof Hash)) return JSON.stringify(String(value));
  const colon = indent === "" ? ":" : ": ";
  const entries = [...value].map(
    ([key, element]) =>
      JSON.stringify(key === null ? "" : String(key)) + colon + write(element, indent, inner),
  );
  return bracketed("{", entries, "}", indent, margin);
}

function bracketed(
  open: string,
  items: readonly string[],
  close: string,
  indent: string,
  margin: string,
): string {
  if (items.length === 0) return open + close;
  if (indent === "") return `${open}${items.join(",")}${close}`;
  const line = `\n${margin}${indent}`;
  return `${open}${line}${items.join(`,${line}`)}\n${margin}${close}`;
}
