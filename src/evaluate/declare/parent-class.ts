import { withoutLeadingColons } from "../../catalog/names.ts";
import { Failure } from "../../diagnostics/failure.ts";
import { placeOf } from "../../diagnostics/issue.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import type { HostClassDefinition } from "../../syntax/ast.ts";
import type { Scope } from "../scope.ts";

/** The class that a class inherits from; fails, at the inheriting class, when there is none of that name. */
export function parentClass(definition: HostClassDefinition, scope: Scope): HostClassDefinition | undefined {
  if (definition.parent === undefined) return undefined;
  const { definitions, environment } = scope.compilation;
  const name = withoutLeadingColons(definition.parent.toLowerCase());
  const parent = definitions.hostClass(name);
  if (parent) return parent;
  const { file, line } = placeOf(definition.span);
  throw new Failure({
    code: "UNKNOWN_PARENT_CLASS",
    severity: "error",
    message: `Could not find parent resource type '::${name}' of type hostclass in ${environment.name}`,
    hint: didYouMean(name, definitions.names("class")),
    place: { file, line },
  });
}

/** Fail when a class inherits from itself, by way of others or not; Puppet runs out of stack there. */
export function refuseCyclicInheritance(definition: HostClassDefinition, scope: Scope): void {
  const chain = [definition];
  for (let at = parentClass(definition, scope); at; at = parentClass(at, scope)) {
    const cyclic = chain.includes(at);
    chain.push(at);
    if (!cyclic) continue;
    const { file, line } = placeOf(definition.span);
    const names = chain.map(({ name }) => name).join(" inherits ");
    throw new Failure({
      code: "CYCLIC_INHERITANCE",
      severity: "error",
      message: `Class '${definition.name}' inherits from itself: ${names}`,
      place: { file, line },
    });
  }
}
