import { withoutLeadingColons } from "../../catalog/names.ts";
import { fail } from "../../diagnostics/failure.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import type { Value } from "../../values/value.ts";
import type { Compilation } from "../compilation.ts";
import { ensureNamed, registerClass } from "./classes.ts";
import { newResource } from "./new-resource.ts";

/** Classes that something outside the manifests asks for, with the parameters that it gives them. */
export type NodeClasses = ReadonlyMap<string, ReadonlyMap<string, Value>>;

/** List the classes of an external node classifier first, as Puppet does; they are listed again when evaluated. */
export function announceNodeClasses(classes: NodeClasses, { catalog }: Compilation): void {
  for (const name of classes.keys()) catalog.addClass(normal(name));
}

/**
 * Declare the classes of an external node classifier: those with parameters as by `class { ... }`, the others as by
 * `include`; they are evaluated after the manifests.
 */
export function declareNodeClasses(classes: NodeClasses, compilation: Compilation): void {
  const scope = compilation.nodeScope ?? compilation.topScope;
  const plain: string[] = [];
  for (const [given, parameters] of classes) {
    const name = normal(given);
    const definition = compilation.definitions.hostClass(name);
    if (!definition) {
      const near = didYouMean(name, compilation.definitions.names("class"));
      fail("UNKNOWN_CLASS", `Could not find class ${given} for ${compilation.node.name}`, near);
    }
    if (parameters.size === 0) plain.push(name);
    else {
      const declared = new Map(
        [...parameters].map(([key, value]) => [key, { value, place: {}, source: definition }]),
      );
      const parts = {
        parameters: declared,
        virtual: false,
        exported: false,
        place: {},
        scope,
        statement: false,
      };
      registerClass(newResource(parts, definition, "Class", name), definition, scope);
    }
  }
  ensureNamed(plain, scope);
}

function normal(name: string): string {
  return withoutLeadingColons(name.toLowerCase());
}
