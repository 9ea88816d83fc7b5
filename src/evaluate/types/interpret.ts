import type { AccessExpression, Expression, QualifiedReference } from "../../syntax/ast.ts";
import { accessType } from "../../types/access.ts";
import { Type } from "../../types/type.ts";
import { TypeReferenceType } from "../../types/type-reference-type.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import type { Scope } from "../scope.ts";

/**
 * What a type expression stands for where names need not be known: in an alias, an unknown type is a reference that
 * nothing fits, where other code fails (lib/puppet/pops/types/type_parser.rb).
 */
export function interpreted(node: Expression, scope: Scope): Value {
  switch (node.kind) {
    case "QualifiedReference":
      return named(node, scope);
    case "AccessExpression":
      return node.left.kind === "QualifiedReference" ? parameterized(node, scope) : evaluate(node, scope);
    case "LiteralList":
      return node.values.map((value) => interpreted(value, scope));
    default:
      return evaluate(node, scope);
  }
}

function named(node: QualifiedReference, scope: Scope): Type {
  return scope.compilation.types.find(node.value) ?? new TypeReferenceType(node.value);
}

/** A hash among the keys is a Struct's or an Object's, and is looked through by evaluating it. */
function parameterized(node: AccessExpression, scope: Scope): Value {
  const type = interpreted(node.left, scope);
  if (!(type instanceof Type) || type instanceof TypeReferenceType) return reference(node);
  return accessType(
    type,
    node.keys.map((key) => interpreted(key, scope)),
  );
}

function reference(node: AccessExpression): Type {
  const { source, start, end } = node.span;
  return new TypeReferenceType(source.text.slice(start, end));
}
