import type { Expression } from "../syntax/ast.ts";

/** Whether an expression has the same value wherever it stands in a compilation: types and literals. */
export function isConstant(node: Expression): boolean {
  switch (node.kind) {
    case "QualifiedReference":
    case "QualifiedName":
    case "LiteralInteger":
    case "LiteralFloat":
    case "LiteralString":
    case "LiteralBoolean":
    case "LiteralDefault":
    case "LiteralUndef":
    case "LiteralRegularExpression":
      return true;
    case "AccessExpression":
      return isConstant(node.left) && node.keys.every(isConstant);
    case "LiteralList":
      return node.values.every(isConstant);
    case "LiteralHash":
      return node.entries.every(({ key, value }) => isConstant(key) && isConstant(value));
    default:
      return false;
  }
}
