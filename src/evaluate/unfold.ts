import type { Expression } from "../syntax/ast.ts";
import { Hash } from "../values/hash.ts";
import { Iterator } from "../values/iterator.ts";
import type { Value } from "../values/value.ts";
import { evaluate } from "./evaluate.ts";
import type { Scope } from "./scope.ts";

/** The values of a list of expressions, with `*x` replaced by the elements of x. */
export function unfolded(nodes: readonly Expression[], scope: Scope): Value[] {
  const values: Value[] = [];
  for (const node of nodes) {
    const bare = withoutParentheses(node);
    const value = evaluate(bare, scope);
    if (bare.kind !== "UnfoldExpression") values.push(value);
    else for (const element of value as readonly Value[]) values.push(element);
  }
  return values;
}

/** What `*value` stands for: the elements of an array, the pairs of a hash, nothing for undef, else the value itself. */
export function elements(value: Value): readonly Value[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  if (value instanceof Hash) return [...value];
  return value instanceof Iterator ? value.toArray() : [value];
}

/** The expression inside any number of parentheses. */
export function withoutParentheses(node: Expression): Expression {
  let inner = node;
  while (inner.kind === "ParenthesizedExpression") inner = inner.expr;
  return inner;
}
