import type { DeclaredResource } from "../../catalog/declared-resource.ts";
import { METAPARAMETERS } from "../../catalog/metaparameters.ts";
import type { AccessExpression } from "../../syntax/ast.ts";
import { capitalized } from "../../types/capitalized.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defaultsFor } from "../declare/scope-defaults.ts";
import { failAt } from "../explain.ts";
import { type Scope, scopeOf } from "../scope.ts";

/** Which resource is asked for parameters, as messages name it. */
export interface Asked {
  readonly type: string;
  readonly title: string;
}

/** `File['/x'][mode]`: the values of parameters of a declared resource or class, defaults included. */
export function resourceParameters(
  asked: Asked,
  keys: readonly Value[],
  node: AccessExpression,
  scope: Scope,
): Value[] {
  const { type, title } = asked;
  const resource = scope.compilation.catalog.find(type, title);
  if (resource === undefined)
    return failAt(node, "UNKNOWN_RESOURCE", `Resource not found: ${type}['${title}']`);
  return keys.map((key) => {
    if (typeof key === "string" && hasParameter(resource, key, scope)) return parameter(resource, key, scope);
    const name = capitalized(type.toLowerCase());
    const words = `The resource ${name}['${title}'] does not have a parameter called '${rubyText(key)}'`;
    return failAt(node, "UNKNOWN_RESOURCE_PARAMETER", words);
  });
}

function hasParameter({ definition, type }: DeclaredResource, name: string, scope: Scope): boolean {
  if (name === "name") return true;
  const { types } = scope.compilation.catalog;
  if (definition === undefined) return types.find(type)?.has(name) ?? false;
  if ("parameters" in definition && definition.parameters.some((parameter) => parameter.name === name))
    return true;
  return METAPARAMETERS.has(name);
}

function parameter(resource: DeclaredResource, name: string, scope: Scope): Value {
  const declared = resource.parameters.get(name);
  if (declared !== undefined) return declared.value;
  return defaultsFor(resource.type, scopeOf(resource) ?? scope).get(name)?.value ?? null;
}
