import type { Rule } from "../context.ts";

/** Classes cannot be virtual or exported. */
export const virtualClass: Rule = {
  ResourceExpression: (node, context) => {
    const { form, typeName } = node;
    if (form === "regular" || typeName.kind !== "QualifiedName" || typeName.value !== "class") return;
    context.report("CLASS_NOT_VIRTUALIZABLE", node, "Classes are not virtualizable");
  },
};
