import { fail } from "../../diagnostics/failure.ts";
import type { LambdaExpression } from "../../syntax/ast.ts";
import { describeParameters } from "../../types/mismatch/parameters.ts";
import { StructElement, StructType } from "../../types/struct-type.ts";
import type { Value } from "../../values/value.ts";
import { NextSignal } from "../control.ts";
import { evaluate } from "../evaluate.ts";
import { Scope } from "../scope.ts";
import { ParameterScope } from "./parameter-scope.ts";
import { signatureOf } from "./signatures.ts";

/**
 * Run a lambda with its parameters given by name. When they are enforced, they get their defaults and are checked;
 * otherwise whatever is given is simply there as variables.
 */
export function callByName(
  node: LambdaExpression,
  outer: Scope,
  args: ReadonlyMap<string, Value>,
  enforced: boolean,
): Value {
  const scope = enforced ? checkedScope(node, outer, args) : new Scope(outer.compilation, outer);
  if (!enforced) for (const [name, value] of args) scope.set(name, value);
  try {
    return scope.running(() => evaluate(node.body, scope));
  } catch (thrown) {
    if (enforced && thrown instanceof NextSignal) return thrown.value;
    throw thrown;
  }
}

const CALLEE = "lambda";

/** An undef argument is as good as none where there is a default. */
function checkedScope(node: LambdaExpression, outer: Scope, args: ReadonlyMap<string, Value>): Scope {
  const names = node.parameters.map(({ name }) => name);
  const scope = new ParameterScope(outer, CALLEE, names);
  for (const [name, value] of args) if (value !== null) scope.set(name, value);
  for (const { name, value } of node.parameters) {
    if (scope.isSet(name)) continue;
    if (value !== undefined) scope.set(name, scope.defaultOf(name, value));
    else if (args.has(name)) scope.set(name, null);
  }
  scope.finish();
  checkParameters(node, outer, scope.variables());
  return scope;
}

function checkParameters(node: LambdaExpression, outer: Scope, given: ReadonlyMap<string, Value>): void {
  const elements = signatureOf(node, outer).parameters.map(
    ({ name, type, optional }) => new StructElement(name, type, optional),
  );
  const wrong = describeParameters(CALLEE, new StructType(elements), given);
  if (wrong !== undefined) fail("ARGUMENT_ERROR", wrong);
}
