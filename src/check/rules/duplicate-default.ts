import type { CaseExpression, Expression, SelectorExpression } from "../../syntax/ast.ts";
import { labelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";

/** A case or selector has one `default`. */
export const duplicateDefault: Rule = {
  CaseExpression: (node, context) => {
    const defaults = node.options.flatMap(({ values }) => values.filter(isDefault));
    for (const duplicate of defaults.slice(1)) report(duplicate, node, context);
  },
  SelectorExpression: (node, context) => {
    const duplicate = node.selectors.map(({ matching }) => matching).filter(isDefault)[1];
    if (duplicate !== undefined) report(duplicate, node, context);
  },
};

function isDefault({ kind }: Expression): boolean {
  return kind === "LiteralDefault";
}

function report(
  duplicate: Expression,
  node: CaseExpression | SelectorExpression,
  context: CheckContext,
): void {
  const message = `This ${labelOf(node)} already has a 'default' entry - this is a duplicate`;
  context.report("DUPLICATE_DEFAULT", duplicate, message);
}
