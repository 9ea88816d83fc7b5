import type { DeclaredResource } from "../../catalog/declared-resource.ts";
import { referenceValue } from "../../catalog/references.ts";
import { setParameter } from "../../catalog/set-parameter.ts";
import { fail } from "../../diagnostics/failure.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import type { HostClassDefinition } from "../../syntax/ast.ts";
import type { Value } from "../../values/value.ts";
import type { Scope } from "../scope.ts";
import { classNames } from "./class-names.ts";
import { evaluateContainer } from "./evaluate-container.ts";
import { addResource, newResource } from "./new-resource.ts";
import { parentClass, refuseCyclicInheritance } from "./parent-class.ts";

/** The function `include`: evaluate classes that were not yet; gives references to them. */
export function includeClasses(values: readonly Value[], scope: Scope): Value[] {
  const names = classNames(values);
  includeNamed(names, scope);
  return names.map((name) => referenceValue("Class", name));
}

/** The function `require`: like `include`, and the class or define that calls comes after them. */
export function requireClasses(values: readonly Value[], scope: Scope): Value[] {
  const references = includeClasses(values, scope);
  const { resource } = scope;
  if (!resource) return references;
  const before = resource.parameters.get("require")?.value ?? null;
  const value = [before, ...references].flat().filter((each) => each !== null);
  setParameter(resource, "require", { value, place: resource.place, source: resource.definition });
  return references;
}

/** The function `contain`: like `include`, and nothing of them comes after the class or define that calls. */
export function containClasses(values: readonly Value[], scope: Scope): Value[] {
  const names = classNames(values);
  const { catalog } = scope.compilation;
  for (const resource of includeNamed(names, scope))
    if (scope.resource) catalog.contain(scope.resource, resource);
  return names.map((name) => referenceValue("Class", name));
}

/** Declare classes by lower-case name where they are not yet, then evaluate them; gives their resources. */
export function includeNamed(names: readonly string[], scope: Scope): DeclaredResource[] {
  const declared = ensureNamed(names, scope);
  for (const resource of declared) evaluateContainer(resource, scope.compilation);
  return declared;
}

/** Declare classes by lower-case name where they are not yet; they are evaluated some time later. */
export function ensureNamed(names: readonly string[], scope: Scope): DeclaredResource[] {
  const found = names.map((name) => findClass(name, scope));
  return found.map((definition) => ensureClass(definition, scope));
}

/** The resource of a class that is to be in the catalog, without parameters of its own. */
function ensureClass(definition: HostClassDefinition, scope: Scope): DeclaredResource {
  const { catalog } = scope.compilation;
  const declared = catalog.find("Class", definition.name);
  if (declared) return declared;
  const request = {
    parameters: new Map(),
    virtual: false,
    exported: false,
    place: {},
    scope,
    statement: false,
  };
  const resource = newResource(request, definition, "Class", definition.name);
  registerClass(resource, definition, scope);
  return resource;
}

/** Put a class into the catalog, after the class that it inherits from. */
export function registerClass(
  resource: DeclaredResource,
  definition: HostClassDefinition,
  scope: Scope,
): void {
  const { catalog } = scope.compilation;
  const parent = parentClass(definition, scope);
  if (parent && !catalog.find("Class", parent.name)) {
    refuseCyclicInheritance(definition, scope);
    ensureClass(parent, scope);
  }
  for (const tag of resource.tags) catalog.tags.add(tag);
  addResource(resource, scope);
}

function findClass(name: string, scope: Scope): HostClassDefinition {
  const { definitions, node } = scope.compilation;
  const definition = definitions.hostClass(name);
  if (definition) return definition;
  return fail(
    "UNKNOWN_CLASS",
    `Could not find class ::${name} for ${node.name}`,
    didYouMean(name, definitions.names("class")),
  );
}
