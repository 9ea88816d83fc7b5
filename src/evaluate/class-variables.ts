import type { AssignmentExpression, LiteralList } from "../syntax/ast.ts";
import { ClassType } from "../types/class-type.ts";
import type { Value } from "../values/value.ts";
import { failAt } from "./explain.ts";
import type { Scope } from "./scope.ts";

/** The values of a class's variables by name, for `[$a, $b] = Class['x']`; undefined when the value is no class. */
export function classVariables(
  value: Value,
  targets: readonly unknown[],
  node: AssignmentExpression,
  scope: Scope,
): readonly Value[] | undefined {
  if (!(value instanceof ClassType)) return undefined;
  const { className = "" } = value;
  if (scope.compilation.classScopes.get(className) === undefined) {
    return failAt(node.right, "UNKNOWN_RESOURCE", `Resource not found: Class['${className}']`);
  }
  return targets.map((target, i) => {
    const name = `${className}::${String(target)}`;
    const found = scope.lookup(name);
    if (found !== undefined) return found;
    const words = `No value for required variable '$${name}' in assignment to variables from class reference`;
    return failAt(
      (node.left as LiteralList).values[i] ?? node.left,
      "MISSING_MULTI_ASSIGNMENT_VARIABLE",
      words,
    );
  });
}
