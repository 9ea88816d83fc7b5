import type { DeclaredResource } from "../catalog/declared-resource.ts";
import type { KnownType } from "../catalog/resource-types/known-type.ts";
import { Failure } from "../diagnostics/failure.ts";
import type { Issue, Place } from "../diagnostics/issue.ts";
import { didYouMean } from "../diagnostics/near.ts";
import { locationText } from "../diagnostics/puppet-text.ts";
import type { Compilation } from "../evaluate/compilation.ts";
import { checkParameters } from "../evaluate/declare/check-parameters.ts";
import type { Value } from "../values/value.ts";

/**
 * Fail on parameters that a type does not have, whoever set them: bodies, defaults, overrides or collectors. All
 * unknown attributes of what providers manage are told at once.
 */
export function refuseUnknownParameters(compilation: Compilation): void {
  const { catalog } = compilation;
  const issues: Issue[] = [];
  for (const resource of catalog.resources()) {
    const { definition } = resource;
    if (definition?.kind === "NodeDefinition") continue;
    if (definition) {
      if (issues.length === 0) checkParameters(resource, definition, valuesOf(resource), compilation);
      continue;
    }
    const known = resource.kind === "resource" ? catalog.types.find(resource.type) : undefined;
    if (known) issues.push(...unknownAttributes(resource, known));
  }
  const [first, ...others] = issues;
  if (!first) return;
  const further = others.map(({ message, related }) => ({ message, place: related?.[0]?.place ?? {} }));
  throw new Failure({ ...first, related: [...(first.related ?? []), ...further] });
}

function* unknownAttributes(resource: DeclaredResource, type: KnownType): Iterable<Issue> {
  for (const [name, { place }] of resource.parameters)
    if (!type.has(name)) yield unknown(resource, name, place, type);
}

function unknown(resource: DeclaredResource, name: string, place: Place, type: KnownType): Issue {
  const here = lineOf(resource.place);
  const where = locationText(here);
  const ref = resource.reference;
  return {
    code: "UNKNOWN_PARAMETER",
    severity: "error",
    message: `no parameter named '${name}'${where === "" ? "" : ` ${where}`} on ${ref}`,
    hint: didYouMean(name, type.attributes),
    place: here,
    related: [{ message: "the parameter is set here", place }],
  };
}

function valuesOf(resource: DeclaredResource): Map<string, Value> {
  return new Map([...resource.parameters].map(([name, { value }]) => [name, value]));
}

function lineOf({ file, line }: Place): Place {
  return { file, line };
}
