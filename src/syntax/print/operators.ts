import type * as ast from "../ast.ts";
import type { Printer, Printers } from "./printer.ts";

/** Operators, with no parentheses but those that are in the tree. */
export const operatorPrinters = {
  ParenthesizedExpression: ({ expr }, printer) => `(${printer.print(expr)})`,
  NotExpression: ({ expr }, printer) => `!${printer.print(expr)}`,
  UnaryMinusExpression: ({ expr }, printer) => `-${printer.print(expr)}`,
  UnfoldExpression: ({ expr }, printer) => `*${printer.print(expr)}`,
  ArithmeticExpression: (node, printer) => binary(node, node.operator, printer),
  ComparisonExpression: (node, printer) => binary(node, node.operator, printer),
  MatchExpression: (node, printer) => binary(node, node.operator, printer),
  InExpression: (node, printer) => binary(node, "in", printer),
  AndExpression: (node, printer) => binary(node, "and", printer),
  OrExpression: (node, printer) => binary(node, "or", printer),
  AssignmentExpression: (node, printer) => binary(node, node.operator, printer),
  RelationshipExpression: (node, printer) => binary(node, node.operator, printer),
  AccessExpression: ({ left, keys }, printer) => `${printer.print(left)}[${printer.list(keys)}]`,
  NamedAccessExpression: ({ left, right }, printer) => `${printer.print(left)}.${printer.print(right)}`,
} satisfies Partial<Printers>;

interface Binary {
  readonly left: ast.Expression;
  readonly right: ast.Expression;
}

function binary({ left, right }: Binary, operator: string, printer: Printer): string {
  return `${printer.print(left)} ${operator} ${printer.print(right)}`;
}
