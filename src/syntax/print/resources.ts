import type * as ast from "../ast.ts";
import type { Printer, Printers } from "./printer.ts";

/** Resources and collectors. */
export const resourcePrinters = {
  AttributeOperation: ({ name, operator, value }, printer) => `${name} ${operator} ${printer.print(value)}`,
  AttributesOperation: ({ expr }, printer) => `* => ${printer.print(expr)}`,
  ResourceBody: ({ title, operations }, printer) => {
    return [`${printer.print(title)}:`, ...lines(operations, printer)].join("");
  },
  ResourceExpression: ({ form, typeName, bodies }, printer) => {
    const head = `${SIGNS[form]}${printer.print(typeName)} `;
    return head + printer.braces(() => bodies.map((body) => `${printer.line()}${printer.print(body)};`));
  },
  ResourceDefaultsExpression: ({ form, typeRef, operations }, printer) => {
    return `${SIGNS[form]}${printer.print(typeRef)} ${printer.braces(() => lines(operations, printer))}`;
  },
  ResourceOverrideExpression: ({ form, resources, operations }, printer) => {
    return `${SIGNS[form]}${printer.print(resources)} ${printer.braces(() => lines(operations, printer))}`;
  },
  VirtualQuery: ({ expr }, printer) => `<| ${printer.print(expr)} |>`,
  ExportedQuery: ({ expr }, printer) => `<<| ${printer.print(expr)} |>>`,
  CollectExpression: ({ type, query, operations }, printer) => {
    const head = `${printer.print(type)} ${printer.print(query)}`;
    return operations.length === 0 ? head : `${head} ${printer.braces(() => lines(operations, printer))}`;
  },
} satisfies Partial<Printers>;

const SIGNS: Readonly<Record<ast.ResourceForm, string>> = { regular: "", virtual: "@", exported: "@@" };

function lines(operations: readonly ast.Node[], printer: Printer): string[] {
  return operations.map((operation, index) => {
    const comma = index < operations.length - 1 ? "," : "";
    return `${printer.line()}${printer.print(operation)}${comma}`;
  });
}
