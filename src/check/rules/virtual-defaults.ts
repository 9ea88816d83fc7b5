import type { ResourceDefaultsExpression, ResourceOverrideExpression } from "../../syntax/ast.ts";
import type { CheckContext, Rule } from "../context.ts";

/** Neither defaults nor overrides can be virtual or exported. */
export const virtualDefaults: Rule = {
  ResourceDefaultsExpression: checkForm,
  ResourceOverrideExpression: checkForm,
};

function checkForm(
  node: ResourceDefaultsExpression | ResourceOverrideExpression,
  context: CheckContext,
): void {
  if (node.form !== "regular")
    context.report("NOT_VIRTUALIZEABLE", node, "Resource Defaults are not virtualizable");
}
