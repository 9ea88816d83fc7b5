import type { Parameter } from "../../syntax/ast.ts";
import type { Value } from "../../values/value.ts";
import { failAt } from "../explain.ts";
import { Scope } from "../scope.ts";
import { ParameterScope } from "./parameter-scope.ts";
import type { CodeNode } from "./signature.ts";

/** A scope for the body of a call, with the arguments, and defaults where there are none, bound to the parameters. */
export function boundScope(
  node: CodeNode,
  outer: Scope,
  callee: string,
  args: readonly Value[],
  hasDefaults: boolean,
): Scope {
  if (hasDefaults) return withDefaults(node, outer, callee, args);
  const scope = new Scope(outer.compilation, outer);
  node.parameters.forEach((parameter, i) => {
    scope.set(parameter.name, given(parameter, i, args));
  });
  return scope;
}

function withDefaults(node: CodeNode, outer: Scope, callee: string, args: readonly Value[]): Scope {
  const scope = new ParameterScope(
    outer,
    callee,
    node.parameters.map(({ name }) => name),
  );
  node.parameters.forEach((parameter, i) => {
    scope.set(parameter.name, givenOrDefault(parameter, i, args, scope));
  });
  scope.finish();
  return scope;
}

function given(parameter: Parameter, i: number, args: readonly Value[]): Value {
  if (parameter.capturesRest) return args.slice(i);
  if (i < args.length) return args[i]!;
  const words = `Parameter $${parameter.name} is required but no value was given`;
  return failAt(parameter, "MISSING_REQUIRED_PARAMETER", words);
}

/** The default of a `*rest` parameter also stands in for a single undef, and is made an array. */
function givenOrDefault(
  parameter: Parameter,
  i: number,
  args: readonly Value[],
  scope: ParameterScope,
): Value {
  const { value: expression, capturesRest, name } = parameter;
  if (expression === undefined) return given(parameter, i, args);
  const missing = i >= args.length || (capturesRest && i === args.length - 1 && args[i] === null);
  if (!missing) return given(parameter, i, args);
  const value = scope.defaultOf(name, expression);
  return capturesRest && !Array.isArray(value) ? [value] : value;
}

/** The values bound to the parameters as a flat argument list, defaults included. */
export function finalArguments(node: CodeNode, scope: Scope): Value[] {
  const values: Value[] = [];
  for (const { name, capturesRest } of node.parameters) {
    const value = scope.own(name)!;
    if (!capturesRest) values.push(value);
    else for (const element of value as readonly Value[]) values.push(element);
  }
  return values;
}
