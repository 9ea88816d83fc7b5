import type { Expression, Node, NodeOf } from "../syntax/ast.ts";
import type { Value } from "../values/value.ts";
import { explained } from "./explain.ts";
import type { Scope } from "./scope.ts";

/** What each kind of node means: a forgotten kind does not compile. */
export type Handlers<K extends Expression["kind"] | "Program" = Expression["kind"] | "Program"> = {
  readonly [P in K]: (node: NodeOf<P>, scope: Scope) => Value;
};

/** The node that evaluation has come to last. */
let latest: Node | undefined;

/** Where evaluation is, or was when it was ended from outside. */
export function latestNode(): Node | undefined {
  return latest;
}

type Handler = (node: Node, scope: Scope) => Value;

/**
 * The value of a node in a scope, by the compilation's table of handlers. Whatever goes wrong without a place is
 * placed here, at the innermost node that was being evaluated, in Puppet's words.
 */
export function evaluate(node: Expression | NodeOf<"Program">, scope: Scope): Value {
  latest = node;
  try {
    return (scope.compilation.handlers[node.kind] as Handler)(node, scope);
  } catch (thrown) {
    throw explained(thrown, node);
  }
}
