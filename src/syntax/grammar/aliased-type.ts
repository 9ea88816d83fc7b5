import type { Span } from "../../diagnostics/issue.ts";
import type * as ast from "../ast.ts";

/**
 * What the right side of a type alias means: `{...}` is `Object[{...}]`, and `A {...}` is
 * `Object[{..., parent => A}]` (build_TypeAlias in lib/puppet/pops/model/factory.rb).
 The parts that are
 * not written stand where the definition does.
 */
export function aliasedType(right: ast.Expression | ast.KeyedEntry, span: Span): ast.Expression {
  if (right.kind === "LiteralHash") return objectType(right, span);
  if (right.kind !== "KeyedEntry") return right;
  const hash = right.value as ast.LiteralHash;
  const parent = right.key as ast.QualifiedReference;
  if (parent.value === "Object" || parent.value === "TypeSet") {
    return { kind: "AccessExpression", span, left: parent, keys: [hash] };
  }
  const key: ast.QualifiedName = { kind: "QualifiedName", span, value: "parent" };
  const entry: ast.KeyedEntry = { kind: "KeyedEntry", span, key, value: parent };
  return objectType({ ...hash, entries: [...hash.entries, entry] }, span);
}

function objectType(hash: ast.LiteralHash, span: Span): ast.AccessExpression {
  const left: ast.QualifiedReference = { kind: "QualifiedReference", span, value: "Object" };
  return { kind: "AccessExpression", span, left, keys: [hash] };
}
