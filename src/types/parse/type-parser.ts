import { fail } from "../../diagnostics/failure.ts";
import type { Span } from "../../diagnostics/issue.ts";
import { Source } from "../../source/source.ts";
import type { Expression, KeyedEntry } from "../../syntax/ast.ts";
import { type TypeToken, typeTokens } from "./type-tokens.ts";

/**
 * Reads the part of the language that types are written in: literals, names and `[...]`. Far quicker than the
 * whole grammar, which matters for the hundreds of signatures of built-in functions.
 */
export class TypeParser {
  readonly #source: Source;
  readonly #tokens: readonly TypeToken[];
  #at = 0;

  constructor(text: string) {
    this.#source = new Source(text);
    this.#tokens = typeTokens(text);
  }

  /** The one expression of the text. */
  parse(): Expression {
    const expression = this.#expression();
    if (this.#peek().kind !== "end") this.#unexpected();
    return expression;
  }

  #expression(): Expression {
    let left = this.#primary();
    while (this.#is("[")) {
      const keys = this.#list("[", "]");
      left = { kind: "AccessExpression", left, keys, span: this.#spanFrom(left.span.start) };
    }
    return left;
  }

  #primary(): Expression {
    const token = this.#peek();
    switch (token.kind) {
      case "reference":
        return {
          kind: "QualifiedReference",
          value: this.#take().text.replace(/^::/, ""),
          span: this.#span(token),
        };
      case "name":
        return this.#word();
      case "number":
        return number(this.#take().text, false, this.#span(token));
      case "string":
        return { kind: "LiteralString", value: unquoted(this.#take().text), span: this.#span(token) };
      case "regexp":
        return {
          kind: "LiteralRegularExpression",
          pattern: this.#take().text.slice(1, -1).replace(/\\\//g, "/"),
          span: this.#span(token),
        };
      default:
        return this.#bracketed();
    }
  }

  #word(): Expression {
    const token = this.#take();
    const span = this.#span(token);
    switch (token.text) {
      case "default":
        return { kind: "LiteralDefault", span };
      case "undef":
        return { kind: "LiteralUndef", span };
      case "true":
      case "false":
        return { kind: "LiteralBoolean", value: token.text === "true", span };
      default:
        return { kind: "QualifiedName", value: token.text, span };
    }
  }

  #bracketed(): Expression {
    const { start } = this.#peek();
    if (this.#is("[")) {
      const values = this.#list("[", "]");
      return { kind: "LiteralList", values, span: this.#spanFrom(start) };
    }
    if (this.#is("{")) {
      const entries = this.#entries();
      return { kind: "LiteralHash", entries, span: this.#spanFrom(start) };
    }
    if (this.#is("-")) {
      this.#take();
      const operand = this.#take();
      if (operand.kind !== "number") this.#unexpected();
      return number(operand.text, true, this.#spanFrom(start));
    }
    return this.#unexpected();
  }

  /** Expressions between brackets; `k => v` among them make one hash. */
  #list(open: string, close: string): Expression[] {
    this.#expect(open);
    const items: Expression[] = [];
    let pairs: KeyedEntry[] = [];
    while (!this.#is(close)) {
      const item = this.#expression();
      if (this.#is("=>")) pairs.push(this.#entry(item));
      else items.push(item);
      if (!this.#is(",")) break;
      this.#take();
    }
    this.#expect(close);
    if (pairs.length > 0) {
      const span = this.#spanFrom(pairs[0]!.span.start);
      items.push({ kind: "LiteralHash", entries: pairs, span });
      pairs = [];
    }
    return items;
  }

  #entries(): KeyedEntry[] {
    this.#expect("{");
    const entries: KeyedEntry[] = [];
    while (!this.#is("}")) {
      entries.push(this.#entry(this.#expression()));
      if (!this.#is(",")) break;
      this.#take();
    }
    this.#expect("}");
    return entries;
  }

  #entry(key: Expression): KeyedEntry {
    this.#expect("=>");
    const value = this.#expression();
    return { kind: "KeyedEntry", key, value, span: this.#spanFrom(key.span.start) };
  }

  #peek(): TypeToken {
    return this.#tokens[this.#at]!;
  }

  #take(): TypeToken {
    const token = this.#peek();
    if (token.kind !== "end") this.#at++;
    return token;
  }

  #is(text: string): boolean {
    const token = this.#peek();
    return token.kind === "punctuation" && token.text === text;
  }

  #expect(text: string): void {
    if (!this.#is(text)) this.#unexpected();
    this.#take();
  }

  #unexpected(): never {
    const token = this.#peek();
    fail("SYNTAX_ERROR", `Syntax error at ${token.kind === "end" ? "end of input" : `'${token.text}'`}`);
  }

  #span(token: TypeToken): Span {
    return this.#source.span(token.start, token.end);
  }

  #spanFrom(start: number): Span {
    return this.#source.span(start, this.#tokens[this.#at - 1]?.end ?? start);
  }
}

function number(text: string, negative: boolean, span: Span): Expression {
  const sign = negative ? -1n : 1n;
  if (/^0x/i.test(text)) return { kind: "LiteralInteger", value: sign * BigInt(text), radix: 16, span };
  if (/[.eE]/.test(text)) return { kind: "LiteralFloat", value: Number(sign) * Number(text), span };
  const octal = /^0[0-7]+$/.test(text);
  const value = sign * BigInt(octal ? `0o${text}` : text);
  return { kind: "LiteralInteger", value, radix: octal ? 8 : 10, span };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", s: " " };

function unquoted(literal: string): string {
  const body = literal.slice(1, -1);
  if (literal.startsWith("'")) return body.replace(/\\(['\\])/g, "$1");
  return body.replace(
    /\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|([\s\S]))/g,
    (whole, braced, four, char) => {
      if (braced ?? four) return String.fromCodePoint(Number.parseInt(braced ?? four, 16));
      return ESCAPES[char] ?? (/["\\$']/.test(char) ? char : whole);
    },
  );
}
