import type * as ast from "./ast.ts";
import { callPrinters } from "./print/calls.ts";
import { controlPrinters } from "./print/control.ts";
import { definitionPrinters } from "./print/definitions.ts";
import { literalPrinters } from "./print/literals.ts";
import { operatorPrinters } from "./print/operators.ts";
import { Printer, type Printers } from "./print/printer.ts";
import { resourcePrinters } from "./print/resources.ts";
import { templatePrinters } from "./print/templates.ts";

const PRINTERS: Printers = {
  ...literalPrinters,
  ...operatorPrinters,
  ...controlPrinters,
  ...callPrinters,
  ...resourcePrinters,
  ...definitionPrinters,
  ...templatePrinters,
};

/**
 * The source text of a node that the parser made (or could have made: no parentheses are added); parsing it gives
 * the same node again, places aside.
 */
export function print(node: ast.Node): string {
  const printer = new Printer(PRINTERS);
  return printer.print(node) + printer.heredocs();
}
