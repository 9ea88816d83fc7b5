import type { AssignmentExpression, Expression, LiteralList } from "../../syntax/ast.ts";
import { aLabelOf } from "../../syntax/label.ts";
import { ClassType } from "../../types/class-type.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { evaluate, type Handlers } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import type { Scope } from "../scope.ts";
import { setVariable } from "../set-variable.ts";

/** `$a = 1`, `[$a, $b] = [1, 2]`, `[$a, $b] = { a => 1, b => 2 }`, `[$a] = Class['x']` */
export const assignment: Handlers<"AssignmentExpression"> = { AssignmentExpression: assign };

/** The name to assign to, or a list of such. */
type Target = string | readonly Target[];

function assign(node: AssignmentExpression, scope: Scope): Value {
  const target = targetOf(node.left, node);
  const value = evaluate(node.right, scope);
  if (node.operator !== "=") {
    failAt(node, "UNSUPPORTED_OPERATOR", `The operator '${node.operator}' is not supported.`);
  }
  bind(target, value, node, scope);
  return value;
}

function targetOf(left: Expression, node: AssignmentExpression): Target {
  if (left.kind === "VariableExpression") return left.name;
  if (left.kind === "LiteralList") return (left as LiteralList).values.map((value) => targetOf(value, node));
  const words = `Illegal attempt to assign to '${aLabelOf(left)}'. Not an assignable reference`;
  return failAt(left, "ILLEGAL_ASSIGNMENT", words);
}

function bind(target: Target, value: Value, node: AssignmentExpression, scope: Scope): void {
  if (typeof target === "string") setVariable(target, value, node, scope);
  else if (value instanceof Hash) bindKeys(target, value, node, scope);
  else bindElements(target, value, node, scope);
}

function bindElements(
  target: readonly Target[],
  value: Value,
  node: AssignmentExpression,
  scope: Scope,
): void {
  const ofClass = classVariables(value, target, node, scope);
  const values = ofClass ?? (Array.isArray(value) ? (value as readonly Value[]) : [value]);
  if (values.length !== target.length) {
    const counts = `expected ${target.length}, got ${values.length}`;
    failAt(
      node,
      "ILLEGAL_MULTI_ASSIGNMENT_SIZE",
      `Mismatched number of assignable entries and values, ${counts}`,
    );
  }
  for (const [i, one] of target.entries()) bind(one, values[i]!, node, scope);
}

function bindKeys(targets: readonly Target[], hash: Hash, node: AssignmentExpression, scope: Scope): void {
  for (const target of targets) {
    const value = hash.get(target);
    if (value === undefined) {
      const words = `No value for required key '${rubyText(target)}' in assignment to variables from hash`;
      failAt(node, "MISSING_MULTI_ASSIGNMENT_KEY", words);
    }
    bind(target, value, node, scope);
  }
}

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
