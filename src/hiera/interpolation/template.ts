import { fail } from "../../diagnostics/failure.ts";
import { type Segment, splitKey } from "../split-key.ts";

/** One `%{...}` of a string; `method` as written, known or not. */
export interface Expression {
  readonly method: string;
  readonly key: string;
  /** The key of a variable taken apart; undefined when its dots or quotes make no sense. */
  readonly segments: readonly Segment[] | undefined;
  /** Written as a call, `method('key')`. */
  readonly called: boolean;
}

/** A string taken apart at its `%{...}`: texts, and expressions (undefined for empty ones, which give nothing). */
export interface Template {
  readonly parts: readonly (string | Expression | undefined)[];
}

const METHODS: ReadonlySet<string> = new Set(["lookup", "hiera", "alias", "scope", "literal"]);
const EMPTY: ReadonlySet<string> = new Set(["", "::", '""', "''", '"::"', "'::'"]);
const INTERPOLATION = /%\{([^}]*)\}/g;
const CALL = /^(\w+)\((?:["]([^"]+)["]|[']([^']+)['])\)$/m;

/** Take a string apart. */
export function parseTemplate(subject: string): Template {
  const parts: (string | Expression | undefined)[] = [];
  let end = 0;
  for (const match of subject.matchAll(INTERPOLATION)) {
    if (match.index > end) parts.push(subject.slice(end, match.index));
    parts.push(expressionOf((match[1] ?? "").trim()));
    end = match.index + match[0].length;
  }
  if (end < subject.length) parts.push(subject.slice(end));
  return { parts };
}

function expressionOf(text: string): Expression | undefined {
  if (EMPTY.has(text)) return undefined;
  const call = CALL.exec(text);
  if (!call) return { method: "scope", key: text, segments: splitKey(text), called: false };
  const key = (call[2] ?? call[3]) as string;
  return { method: call[1] as string, key, segments: splitKey(key), called: true };
}

/** Fail unless an expression may stand where it does: a known method, and calls only in data. */
export function checkExpression(expression: Expression, entire: boolean, allowMethods: boolean): void {
  if (expression.called && !allowMethods) {
    fail(
      "HIERA_INTERPOLATION_METHOD_SYNTAX_NOT_ALLOWED",
      "Interpolation using method syntax is not allowed in this context",
    );
  }
  if (expression.method === "alias" && !entire) {
    fail(
      "HIERA_INTERPOLATION_ALIAS_NOT_ENTIRE_STRING",
      "'alias' interpolation is only permitted if the expression is equal to the entire string",
    );
  }
  if (!METHODS.has(expression.method)) {
    fail(
      "HIERA_INTERPOLATION_UNKNOWN_INTERPOLATION_METHOD",
      `Unknown interpolation method '${expression.method}'`,
      `The methods are ${[...METHODS].join(", ")}`,
    );
  }
}
