import type { ContainerDefinition, DeclaredResource } from "../../catalog/declared-resource.ts";
import { setParameter } from "../../catalog/set-parameter.ts";
import { typedStub } from "../../secrets/typed-stub.ts";
import type { Parameter } from "../../syntax/ast.ts";
import type { Value } from "../../values/value.ts";
import { ParameterScope } from "../closures/parameter-scope.ts";
import type { Scope } from "../scope.ts";
import { askerOf } from "../scope-asker.ts";
import { checkParameters, typeOf } from "./check-parameters.ts";

/**
 * Give a class or define its variables: `$title`, `$name`, the module's name, and its parameters: as declared, then
 * from Hiera (classes only), then their defaults, one after another, and all checked against their types.
 */
export function bindParameters(
  resource: DeclaredResource,
  definition: ContainerDefinition,
  scope: Scope,
): void {
  if (scope.moduleName !== undefined) scope.set("module_name", scope.moduleName);
  scope.set("caller_module_name", scope.declaredIn?.moduleName ?? "");
  const parameters = definition.kind === "NodeDefinition" ? [] : definition.parameters;
  if (definition.kind === "HostClassDefinition")
    lookUpParameters(resource, definition.name, parameters, scope);
  setTitleAndName(resource, scope);
  if (parameters.length === 0 && resource.parameters.size === 0) return;
  const values = parameterValues(resource, parameters, scope);
  if (definition.kind !== "NodeDefinition") checkParameters(resource, definition, values, scope.compilation);
  for (const [name, value] of values) scope.set(name, value);
}

function setTitleAndName(resource: DeclaredResource, scope: Scope): void {
  const given = resource.parameters.get("name")?.value ?? null;
  const name = given === null ? resource.title : given;
  const isClass = resource.kind === "class";
  scope.set("title", isClass ? resource.title.toLowerCase() : resource.title);
  scope.set("name", isClass ? String(name).toLowerCase() : name);
}

/** Automatic parameter lookup: `class::parameter` in Hiera for what was not given. */
function lookUpParameters(
  resource: DeclaredResource,
  className: string,
  parameters: readonly Parameter[],
  scope: Scope,
): void {
  const { hiera, settings } = scope.compilation;
  const asker = askerOf(scope);
  for (const parameter of parameters) {
    const { name, value: fallback } = parameter;
    if (isGiven(resource, name)) continue;
    const found = hiera.lookup(`${className}::${name}`, asker);
    const stubs = found !== undefined && settings.stubSecrets === true;
    const value = stubs ? typedStub(typeOf(parameter, scope.compilation), found) : found;
    if (value === undefined || (value === null && fallback !== undefined)) continue;
    set(resource, name, value);
  }
}

/** The values of the parameters that have one, those given first; defaults see the parameters before them. */
function parameterValues(
  resource: DeclaredResource,
  parameters: readonly Parameter[],
  scope: Scope,
): Map<string, Value> {
  const ref = resource.reference;
  const names = parameters.map(({ name }) => name);
  const binding = new ParameterScope(scope, ref, names);
  for (const [name, { value }] of resource.parameters) {
    if (name !== "name" && name !== "title") binding.set(name, value);
  }
  for (const { name, value: fallback } of parameters) {
    if (fallback === undefined || isGiven(resource, name)) continue;
    const value = binding.defaultOf(name, fallback);
    binding.set(name, value);
    set(resource, name, value);
  }
  return new Map(binding.variables());
}

function isGiven(resource: DeclaredResource, name: string): boolean {
  return (resource.parameters.get(name)?.value ?? null) !== null;
}

function set(resource: DeclaredResource, name: string, value: Value): void {
  setParameter(resource, name, { value, place: resource.place, source: resource.definition });
}
