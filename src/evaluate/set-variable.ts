import type { AssignmentExpression } from "../syntax/ast.ts";
import type { Value } from "../values/value.ts";
import { failAt, failWhile } from "./explain.ts";
import type { Scope } from "./scope.ts";

/** Variables that only the compilation itself sets. */
export const RESERVED_VARIABLES: ReadonlySet<string> = new Set(["facts", "trusted", "server_facts"]);
/** Names the language gives a meaning of its own. */
const BUILT_IN = new Set(["name", "title"]);

/** Bind a variable in the innermost scope, where it must not have a value yet. */
export function setVariable(name: string, value: Value, node: AssignmentExpression, scope: Scope): void {
  if (name.includes("::")) {
    const words = `Illegal attempt to assign to '${name}'. Cannot assign to variables in other namespaces`;
    failAt(node.left, "CROSS_SCOPE_ASSIGNMENT", words);
  }
  if (/^\d+$/.test(name)) {
    const words = `Illegal attempt to assign to the numeric match result variable '$${name}'. Numeric variables are not assignable`;
    failAt(node.left, "ILLEGAL_NUMERIC_ASSIGNMENT", words);
  }
  if (RESERVED_VARIABLES.has(name)) failReserved(name, node, scope);
  if (scope.own(name) !== undefined) failReassigned(name, node);
  scope.set(name, value);
}

/** Puppet words it differently where the name is bound (at top scope) and where it would be shadowed. */
function failReserved(name: string, node: AssignmentExpression, scope: Scope): never {
  const words = "Attempt to assign to a reserved variable name:";
  if (name === "server_facts" || scope.own(name) !== undefined) {
    return failAt(node, "ILLEGAL_RESERVED_ASSIGNMENT", `${words} '$${name}'`);
  }
  return failWhile(node, "ILLEGAL_RESERVED_ASSIGNMENT", `${words} '${name}'`);
}

function failReassigned(name: string, node: AssignmentExpression): never {
  const what = BUILT_IN.has(name) ? "built in (or already assigned) variable" : "variable";
  return failAt(node, "ILLEGAL_REASSIGNMENT", `Cannot reassign ${what} '$${name}'`);
}
