import type * as ast from "../ast.ts";
import { type Printer, type Printers, statementsOf } from "./printer.ts";

/** Calls and lambdas; every call gets its parentheses. */
export const callPrinters = {
  CallNamedFunctionExpression: call,
  CallMethodExpression: call,
  LambdaExpression: ({ parameters, returnType, body }, printer) => {
    if (body.kind === "EppExpression") return template(parameters, body, printer);
    return `|${printer.list(parameters)}|${returns(returnType, printer)} ${printer.block(body)}`;
  },
  Parameter: ({ name, type, value, capturesRest }, printer) => {
    const head = type === undefined ? "" : `${printer.print(type)} `;
    const tail = value === undefined ? "" : ` = ${printer.print(value)}`;
    return `${head}${capturesRest ? "*" : ""}$${name}${tail}`;
  },
} satisfies Partial<Printers>;

function call(node: ast.CallNamedFunctionExpression | ast.CallMethodExpression, printer: Printer): string {
  const head = `${printer.print(node.functor)}(${printer.list(node.arguments)})`;
  return node.lambda === undefined ? head : `${head} ${printer.print(node.lambda)}`;
}

/** A template that ends with empty text ends with a tag that took the last line end away. */
function template(parameters: readonly ast.Parameter[], epp: ast.EppExpression, printer: Printer): string {
  const list = epp.parametersSpecified ? `|${printer.list(parameters)}|` : "";
  const statements = statementsOf(epp.body);
  const last = statements.at(-1);
  const trimmed = last?.kind === "RenderStringExpression" && last.value === "";
  const code = printer.statements(trimmed ? statements.slice(0, -1) : statements);
  return `<% ${list}\n${code}\n${trimmed ? "-%>\n" : "%>"}`;
}

/** `>> Type` */
export function returns(type: ast.Expression | undefined, printer: Printer): string {
  return type === undefined ? "" : ` >> ${printer.print(type)}`;
}
