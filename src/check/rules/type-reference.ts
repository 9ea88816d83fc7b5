import type { Expression, Node } from "../../syntax/ast.ts";
import type { CheckContext, Rule } from "../context.ts";
import { illegalExpression } from "../illegal-expression.ts";
import { warnOfReservedWord } from "./future-reserved-word.ts";

/** Return types and aliased types are written as types. */
export const typeReference: Rule = {
  TypeAlias: (node, context) => checkType(node.type, node, context),
  FunctionDefinition: (node, context) => checkType(node.returnType, node, context),
  PlanDefinition: (node, context) => checkType(node.returnType, node, context),
  LambdaExpression: (node, context) => checkType(node.returnType, node, context),
};

function checkType(type: Expression | undefined, container: Node, context: CheckContext): void {
  if (type === undefined) return;
  const name = type.kind === "AccessExpression" ? type.left : type;
  if (name.kind === "QualifiedReference") warnOfReservedWord(name.value.toLowerCase(), type, context);
  else illegalExpression(type, "a type reference", container, context);
}
