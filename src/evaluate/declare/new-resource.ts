import type { ContainerDefinition, DeclaredResource, Parameters } from "../../catalog/declared-resource.ts";
import { catalogTitle, reference } from "../../catalog/names.ts";
import { setParameter } from "../../catalog/set-parameter.ts";
import { addTagIfValid } from "../../catalog/tags.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { Place } from "../../diagnostics/issue.ts";
import type { Scope } from "../scope.ts";
import { defaultsFor } from "./scope-defaults.ts";

/** What a new resource is made of besides its type and title. */
export interface ResourceParts {
  readonly parameters: Parameters;
  readonly virtual: boolean;
  readonly exported: boolean;
  readonly place: Place;
  readonly scope: Scope;
  /** Whether the code says `class { ... }` or the like rather than `include`. */
  readonly statement: boolean;
}

/** A resource as its body gives it, with its first tags and the defaults of the scope. */
export function newResource(
  parts: ResourceParts,
  definition: ContainerDefinition | undefined,
  type: string,
  title: string,
): DeclaredResource {
  const { scope, place, virtual, exported, statement } = parts;
  const shown = catalogTitle(type, title);
  const resource: DeclaredResource = {
    reference: reference(type, shown),
    type,
    title: shown,
    kind: type === "Class" ? "class" : definition ? "define" : "resource",
    place,
    container: scope.resource,
    parameters: new Map(),
    tags: new Set(),
    virtual,
    exported,
    declaredIn: scope.named(),
    definition,
    evaluated: false,
    statement,
  };
  for (const [name, parameter] of parts.parameters) setParameter(resource, name, parameter);
  addTagIfValid(resource.tags, type);
  addTagIfValid(resource.tags, resource.title);
  for (const [name, parameter] of defaultsFor(type, scope)) {
    if (!resource.parameters.has(name)) setParameter(resource, name, parameter);
  }
  return resource;
}

/** Put a resource into the catalog, and into the container whose code declares it. */
export function addResource(resource: DeclaredResource, scope: Scope): void {
  const { catalog } = scope.compilation;
  catalog.declare(resource);
  if (resource.kind === "class") return;
  const stage = resource.parameters.get("stage")?.value ?? null;
  if (stage !== null) {
    const ref = resource.reference;
    const words = `Only classes can set 'stage'; normal resources like ${ref} cannot change run stage`;
    fail("STAGE_ONLY_FOR_CLASSES", words);
  }
  if (resource.type !== "Stage" && scope.resource) catalog.contain(scope.resource, resource);
}
