import type * as ast from "../ast.ts";
import type { Printer, Printers } from "./printer.ts";

/** Blocks and conditionals. */
export const controlPrinters = {
  Program: ({ body }, printer) => {
    if (body.kind === "BlockExpression") return printer.statements(body.statements);
    return printer.print(body);
  },
  BlockExpression: ({ statements }, printer) => printer.statements(statements),
  IfExpression: (node, printer) => `if ${conditional(node, printer)}`,
  UnlessExpression: (node, printer) => `unless ${conditional(node, printer)}`,
  CaseExpression: ({ test, options }, printer) => {
    const head = `case ${printer.print(test)} `;
    return head + printer.braces(() => options.map((option) => printer.line() + printer.print(option)));
  },
  CaseOption: ({ values, then }, printer) => `${printer.list(values)}: ${printer.block(then)}`,
  SelectorExpression: ({ left, selectors }, printer) =>
    `${printer.print(left)} ? { ${printer.list(selectors)} }`,
  SelectorEntry: ({ matching, value }, printer) => `${printer.print(matching)} => ${printer.print(value)}`,
} satisfies Partial<Printers>;

function conditional(node: ast.IfExpression | ast.UnlessExpression, printer: Printer): string {
  const head = `${printer.print(node.test)} ${printer.block(node.then)}`;
  return node.else.kind === "Nop" ? head : `${head} else ${printer.block(node.else)}`;
}
