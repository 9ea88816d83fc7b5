import type { AccessExpression, Expression, LiteralHash, QualifiedReference } from "../../syntax/ast.ts";
import { accessType } from "../../types/access.ts";
import { Type } from "../../types/type.ts";
import { TypeReferenceType } from "../../types/type-reference-type.ts";
import { Hash } from "../../values/hash.ts";
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
    case "LiteralHash":
      return interpretedHash(node, scope);
    case "LiteralList":
      return node.values.map((value) => interpreted(value, scope));
    default:
      return evaluate(node, scope);
  }
}

/** The hash of a Struct or an Object. */
export function interpretedHash({ entries }: LiteralHash, scope: Scope): Hash {
  return Hash.from(
    entries.map(({ key, value }) => [interpreted(key, scope), interpreted(value, scope)] as const),
  );
}

function named(node: QualifiedReference, scope: Scope): Type {
  return scope.compilation.types.find(node.value) ?? new TypeReferenceType(node.value);
}

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
