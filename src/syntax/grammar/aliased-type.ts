import type * as ast from "../ast.ts";

/**
 * What the right side of a type alias means: `{...}` is `Object[{...}]`, and `A {...}` is
 * `Object[{..., parent => A}]` (build_TypeAlias in lib/puppet/pops/model/factory.rb).
 */
export function aliasedType(right: ast.Expression | ast.KeyedEntry): ast.Expression {
  if (right.kind === "LiteralHash") return objectType(right);
  if (right.kind !== "KeyedEntry") return right;
  const hash = right.value as ast.LiteralHash;
  const parent = right.key as ast.QualifiedReference;
  const { span } = hash;
  if (parent.value === "Object" || parent.value === "TypeSet") {
    return { kind: "AccessExpression", span, left: parent, keys: [hash] };
  }
  const key: ast.QualifiedName = { kind: "QualifiedName", span, value: "parent" };
  const entry: ast.KeyedEntry = { kind: "KeyedEntry", span, key, value: parent };
  return objectType({ ...hash, entries: [...hash.entries, entry] });
}

function objectType(hash: ast.LiteralHash): ast.AccessExpression {
  const left: ast.QualifiedReference = { kind: "QualifiedReference", span: hash.span, value: "Object" };
  return { kind: "AccessExpression", span: hash.span, left, keys: [hash] };
}
