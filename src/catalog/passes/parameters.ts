import { Failure } from "../../diagnostics/failure.ts";
import type { Place } from "../../diagnostics/issue.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import { locationText } from "../../diagnostics/puppet-text.ts";
import type { Compilation } from "../../evaluate/compilation.ts";
import { checkParameters } from "../../evaluate/declare/check-parameters.ts";
import type { Value } from "../../values/value.ts";
import type { DeclaredResource } from "../builder.ts";
import { reference } from "../catalog.ts";
import type { KnownType } from "../resource-types/known-type.ts";

/** Fail on parameters that a type does not have, whoever set them: bodies, defaults, overrides or collectors. */
export function refuseUnknownParameters(compilation: Compilation): void {
  const { catalog } = compilation;
  for (const resource of catalog.resources()) {
    const { definition } = resource;
    if (definition?.kind === "NodeDefinition") continue;
    if (definition) {
      checkParameters(resource, definition, valuesOf(resource), compilation);
      continue;
    }
    const known = resource.kind === "resource" ? catalog.types.find(resource.type) : undefined;
    if (known) checkAttributes(resource, known);
  }
}

function checkAttributes(resource: DeclaredResource, type: KnownType): void {
  for (const [name, parameter] of resource.parameters) {
    if (!type.has(name)) failOnAttribute(resource, name, parameter.place, type);
  }
}

function failOnAttribute(resource: DeclaredResource, name: string, place: Place, type: KnownType): never {
  const here = lineOf(resource.place);
  const where = locationText(here);
  const ref = reference(resource.type, resource.title);
  throw new Failure({
    code: "UNKNOWN_PARAMETER",
    severity: "error",
    message: `no parameter named '${name}'${where === "" ? "" : ` ${where}`} on ${ref}`,
    hint: didYouMean(name, type.attributes),
    place: here,
    related: [{ message: "the parameter is set here", place }],
  });
}

function valuesOf(resource: DeclaredResource): Map<string, Value> {
  return new Map([...resource.parameters].map(([name, { value }]) => [name, value]));
}

function lineOf({ file, line }: Place): Place {
  return { file, line };
}
