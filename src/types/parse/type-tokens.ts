import { fail } from "../../diagnostics/failure.ts";

/** A token of a type expression. */
export interface TypeToken {
  readonly kind: "name" | "reference" | "number" | "string" | "regexp" | "punctuation" | "end";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const BLANKS = /(?:\s+|#[^\n]*)+/y;
const TOKENS: readonly [TypeToken["kind"], RegExp][] = [
  ["reference", /(?:::)?[A-Z]\w*(?:::[A-Z]\w*)*/y],
  ["name", /(?:::)?[a-z_]\w*(?:::[a-z]\w*)*/y],
  ["number", /0[xX][0-9A-Fa-f]+|\d+(?:\.\d+)?(?:[eE]-?\d+)?/y],
  ["string", /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/y],
  ["regexp", /\/(?:[^/\\\n]|\\.)*\//y],
  ["punctuation", /=>|[[\]{},()-]/y],
];

/** The tokens of a type expression, with an `end` behind the last. */
export function typeTokens(text: string): TypeToken[] {
  const tokens: TypeToken[] = [];
  let at = 0;
  for (;;) {
    BLANKS.lastIndex = at;
    if (BLANKS.test(text)) at = BLANKS.lastIndex;
    if (at >= text.length) break;
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: "end", text: "", start: at, end: at });
  return tokens;
}

function tokenAt(text: string, start: number): TypeToken {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match) return { kind, text: match[0], start, end: start + match[0].length };
  }
  return fail("SYNTAX_ERROR", `Syntax error at '${text[start]}'`);
}
