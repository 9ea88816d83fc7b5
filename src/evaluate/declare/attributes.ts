import type { ContainerDefinition, DeclaredParameter } from "../../catalog/declared-resource.ts";
import type { AttributeOperation, AttributesOperation } from "../../syntax/ast.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import { NodePlace } from "../node-place.ts";
import type { Scope } from "../scope.ts";
import { generalizedTypeText } from "./type-text.ts";

type Operation = AttributeOperation | AttributesOperation;

/** A parameter with its name, as an attribute operation gives it. */
export type NamedParameter = readonly [name: string, parameter: DeclaredParameter];

/** The parameters that the attribute operations of a body give, in order; `* =>` gives as many as its hash has. */
export function* evaluateAttributes(
  operations: readonly Operation[],
  scope: Scope,
): Iterable<NamedParameter> {
  const source = sourceOf(scope);
  for (const operation of operations) {
    const place = new NodePlace(operation.span);
    if (operation.kind === "AttributeOperation") {
      const value = evaluate(operation.value, scope);
      yield [operation.name, { value, place, source, add: operation.operator === "+>" }];
    } else {
      for (const [name, value] of splat(operation, scope))
        yield [String(name), { value, place, source, add: false }];
    }
  }
}

/** The definition whose code runs in a scope; undefined for code outside all definitions. */
export function sourceOf(scope: Scope): ContainerDefinition | undefined {
  return scope.resource?.definition;
}

function splat(operation: AttributesOperation, scope: Scope): Iterable<[Value, Value]> {
  const value = evaluate(operation.expr, scope);
  if (value instanceof Hash) return value.entries();
  const words = `Expected value of type Hash, got ${generalizedTypeText(value)}`;
  return failAt(operation.expr, "TYPE_MISMATCH", words);
}
