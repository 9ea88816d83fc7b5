import type { Expression } from "../../syntax/ast.ts";
import type { CheckContext, Rule } from "../context.ts";
import { requireValue } from "../rvalue.ts";

interface Binary {
  readonly left: Expression;
  readonly right: Expression;
}

interface Unary {
  readonly expr: Expression;
}

/** Operands, tests, elements and attributes are values. */
export const valuesNeeded: Rule = {
  AttributeOperation: ({ value }, context) => requireValue(value, context),
  AttributesOperation: unary,
  ArithmeticExpression: binary,
  ComparisonExpression: binary,
  MatchExpression: binary,
  InExpression: binary,
  AndExpression: binary,
  OrExpression: binary,
  ParenthesizedExpression: unary,
  NotExpression: unary,
  UnaryMinusExpression: unary,
  UnfoldExpression: unary,
  TextExpression: unary,
  RenderExpression: unary,
  CaseExpression: ({ test }, context) => requireValue(test, context),
  CaseOption: ({ values }, context) => all(values, context),
  IfExpression: ({ test }, context) => requireValue(test, context),
  UnlessExpression: ({ test }, context) => requireValue(test, context),
  KeyedEntry: ({ key, value }, context) => all([key, value], context),
  LiteralList: ({ values }, context) => all(values, context),
  SelectorExpression: ({ left }, context) => requireValue(left, context),
  SelectorEntry: ({ matching }, context) => requireValue(matching, context),
  RelationshipExpression: ({ left, right }, context) => {
    for (const side of [left, right]) if (side.kind !== "CollectExpression") requireValue(side, context);
  },
};

function unary({ expr }: Unary, context: CheckContext): void {
  requireValue(expr, context);
}

function binary({ left, right }: Binary, context: CheckContext): void {
  all([left, right], context);
}

function all(nodes: readonly Expression[], context: CheckContext): void {
  for (const node of nodes) requireValue(node, context);
}
