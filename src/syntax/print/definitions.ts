import type * as ast from "../ast.ts";
import { returns } from "./calls.ts";
import type { Printer, Printers } from "./printer.ts";

/** Definitions; names are printed relative to the class around them, as the parser joins them again. */
export const definitionPrinters = {
  HostClassDefinition: (node, printer) => {
    const parent = node.parent === undefined ? "" : ` inherits ${node.parent}`;
    const head = `class ${relative(node.name, printer)}${parameters(node.parameters, printer)}${parent} `;
    return head + within(node.name, printer, () => printer.block(node.body));
  },
  ResourceTypeDefinition: (node, printer) => {
    const head = `define ${relative(node.name, printer)}${parameters(node.parameters, printer)} `;
    return head + printer.block(node.body);
  },
  PlanDefinition: (node, printer) => {
    const head = `plan ${relative(node.name, printer)}${parameters(node.parameters, printer)} `;
    return head + within(node.name, printer, () => printer.block(node.body));
  },
  FunctionDefinition: (node, printer) => {
    const list = `(${printer.list(node.parameters)})`;
    return `function ${node.name}${list}${returns(node.returnType, printer)} ${printer.block(node.body)}`;
  },
  NodeDefinition: ({ matches, parent, body }, printer) => {
    const inherits = parent === undefined ? "" : ` inherits ${printer.print(parent)}`;
    return `node ${printer.list(matches)}${inherits} ${printer.block(body)}`;
  },
  TypeAlias: ({ name, type }, printer) => `type ${name} = ${printer.print(type)}`,
  TypeDefinition: ({ name, parent, body }, printer) => {
    return `type ${name}${parent === undefined ? "" : ` inherits ${parent}`} ${printer.block(body)}`;
  },
  TypeMapping: ({ type, mapping }, printer) => `type ${printer.print(type)} = ${printer.print(mapping)}`,
  ApplyExpression: (node, printer) => `apply(${printer.list(node.arguments)}) ${printer.block(node.body)}`,
} satisfies Partial<Printers>;

function parameters(list: readonly ast.Parameter[], printer: Printer): string {
  return list.length === 0 ? "" : `(${printer.list(list)})`;
}

function relative(name: string, { namespace }: Printer): string {
  return namespace !== "" && name.startsWith(`${namespace}::`) ? name.slice(namespace.length + 2) : name;
}

function within(namespace: string, printer: Printer, body: () => string): string {
  const outer = printer.namespace;
  printer.namespace = namespace;
  const text = body();
  printer.namespace = outer;
  return text;
}
