import type { DeclaredResource } from "../catalog/builder.ts";
import type { Value } from "../values/value.ts";
import type { Compilation } from "./compilation.ts";

/** Where names are looked up while code runs. */
export class Scope {
  readonly compilation: Compilation;
  readonly parent: Scope | undefined;
  /** The class, define instance or node being evaluated; Class[main] at top scope. */
  readonly resource: DeclaredResource | undefined;
  readonly #variables = new Map<string, Value>();

  constructor(compilation: Compilation, parent?: Scope, resource?: DeclaredResource) {
    this.compilation = compilation;
    this.parent = parent;
    this.resource = resource ?? parent?.resource;
  }

  /** The value of a variable by its name as written (`x`, `::x`, `a::b`); undefined when it was never set. */
  lookup(name: string): Value | undefined {
    return this.#variables.get(name) ?? this.parent?.lookup(name);
  }
}
