import type { Parameter } from "../../syntax/ast.ts";
import type { CheckContext, Rule } from "../context.ts";

/** A parameter list names each parameter once. */
export const duplicateParameter: Rule = {
  HostClassDefinition: ({ parameters }, context) => checkUnique(parameters, context),
  ResourceTypeDefinition: ({ parameters }, context) => checkUnique(parameters, context),
  FunctionDefinition: ({ parameters }, context) => checkUnique(parameters, context),
  PlanDefinition: ({ parameters }, context) => checkUnique(parameters, context),
  EppExpression: (_, context) => {
    if (context.parent?.kind === "LambdaExpression") checkUnique(context.parent.parameters, context);
  },
};

function checkUnique(parameters: readonly Parameter[], context: CheckContext): void {
  const names = new Set<string>();
  for (const parameter of parameters) {
    const { name } = parameter;
    if (names.has(name)) {
      const message = `The parameter '${name}' is declared more than once in the parameter list`;
      context.report("DUPLICATE_PARAMETER", parameter, message);
    }
    names.add(name);
  }
}
