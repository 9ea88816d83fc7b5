import type { DeclaredResource } from "../../catalog/declared-resource.ts";
import { capitalizeSegments, splitReference } from "../../catalog/names.ts";
import { namedResource, referenceValue } from "../../catalog/references.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/grouping.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { rubyEqual } from "../ruby-equal.ts";

/** A resource given by type and, unless all of the type are meant, title. */
export interface Wanted {
  readonly type: string;
  readonly title: string | undefined;
}

/** What a reference, or the text of one, names; undefined when it names nothing. */
export function wantedResource(value: Value): Wanted | undefined {
  if (typeof value !== "string") return namedResource(value);
  const found = splitReference(value);
  if (found) return { type: capitalizeSegments(found.type), title: found.title };
  return value === "" ? undefined : { type: capitalizeSegments(value), title: undefined };
}

/** The resources of the catalog that are wanted. */
export function findResources(
  { type, title }: Wanted,
  { compilation: { catalog } }: Call,
): DeclaredResource[] {
  if (title === undefined || title === "") return [...catalog.ofType(type)];
  const found = catalog.find(type, title);
  return found ? [found] : [];
}

/** Declares resources that were not declared with the same parameters. */
const ensure_resource = defineLegacyFunction("ensure_resource", -1, (call, [type, title, parameters]) => {
  if (type === undefined) fail("ARGUMENT_ERROR", "Must specify a type");
  if (title === undefined) fail("ARGUMENT_ERROR", "Must specify a title");
  ensureResource(call, rubyText(type), title, parameters instanceof Hash ? parameters : Hash.empty);
  return null;
});

/** Declare resources of one or several titles that were not declared with these parameters. */
export function ensureResource(call: Call, type: string, title: Value, parameters: Hash): void {
  const { compilation, scope, place } = call;
  for (const item of flattened([title])) {
    if (isDeclaredWith(call, `${type}[${rubyText(item)}]`, parameters)) continue;
    const instances = Hash.from([[item, parameters]]);
    compilation.functions.call("create_resources", [type, instances], scope, place);
  }
}

/** Declares packages that were not declared yet. */
const ensure_packages = defineFunction("ensure_packages", {
  params: [
    param("Variant[String[1], Array[String[1]], Hash[String[1], Any]]", "packages"),
    optionalParam("Hash", "default_attributes"),
  ],
  returns: "Undef",
  body(call, packages: Value, given: Hash = Hash.empty) {
    const defaults = Hash.of({ ensure: "installed" }).merge(given);
    const common =
      defaults.get("ensure") === "present" ? defaults.merge(Hash.of({ ensure: "installed" })) : defaults;
    if (!(packages instanceof Hash)) ensureResource(call, "package", packages, common);
    else {
      for (const [name, own] of packages) {
        ensureResource(call, "package", name, own instanceof Hash ? common.merge(own) : common);
      }
    }
    return null;
  },
});

/** Declares resources given as a hash, with common parameters, that were not declared with the same ones. */
const ensure_resources = defineLegacyFunction("ensure_resources", -1, (call, [type, resources, common]) => {
  if (type === undefined) fail("ARGUMENT_ERROR", "Must specify a type");
  if (resources === undefined) fail("ARGUMENT_ERROR", "Must specify a title");
  if (!(resources instanceof Hash)) parseError("ensure_resources(): Requires second argument to be a Hash");
  const shared = common instanceof Hash ? common : Hash.empty;
  for (const [title, own] of resources)
    ensureResource(call, rubyText(type), title, parametersOf(shared, own));
  return null;
});

function parametersOf(shared: Hash, own: Value): Hash {
  return own instanceof Hash ? shared.merge(own) : shared;
}

/** The value of a parameter of a resource; an empty string when there is none. */
const getparam = defineLegacyFunction("getparam", -1, (call, [reference, name]) => {
  if (reference === undefined) fail("ARGUMENT_ERROR", "Must specify a reference");
  if (typeof name !== "string") fail("ARGUMENT_ERROR", "Must specify name of a parameter");
  const wanted = wantedResource(reference);
  const [resource] = wanted?.title === undefined ? [] : findResources(wanted, call);
  if (!resource) return "";
  if (name === "title") return resource.title;
  return resource.parameters.get(name)?.value ?? "";
});

/** Whether a resource, or one of a type, with these parameters was declared already. */
const defined_with_params = defineLegacyFunction("defined_with_params", -1, (call, [reference, given]) => {
  if (reference === undefined) fail("ARGUMENT_ERROR", "Must specify a reference");
  return isDeclaredWith(call, reference, given instanceof Hash ? given : Hash.empty);
});

/** Whether a resource with these parameters was declared already; the calling one does not count. */
export function isDeclaredWith(call: Call, reference: Value, parameters: Hash): boolean {
  const wanted = wantedResource(reference);
  if (!wanted) fail("ARGUMENT_ERROR", `Reference is not understood: '${rubyClass(reference)}'`);
  return findResources(wanted, call)
    .filter((resource) => resource !== call.scope.resource)
    .some((resource) =>
      [...parameters].every(([name, value]) => {
        const actual = resource.parameters.get(String(name))?.value ?? null;
        return rubyEqual(actual, value);
      }),
    );
}

/** The resource of the catalog that a text like `File[/etc/motd]` names. */
const str2resource = defineFunction("stdlib::str2resource", {
  params: [param("String", "res_string")],
  body(call, text: string) {
    const wanted = wantedResource(text);
    const [resource] = wanted ? findResources(wanted, call) : [];
    if (resource) return referenceValue(resource.type, resource.title);
    return parseError(
      `stdlib::str2resource(): could not find ${wanted?.type ?? ""}[${wanted?.title ?? ""}], ` +
        "this is parse order dependent and values should not be quoted",
    );
  },
});

/** The functions of this chapter. */
export const resourceFunctions: readonly BuiltinFunction[] = [
  ensure_resource,
  ensure_packages,
  ensure_resources,
  getparam,
  defined_with_params,
  str2resource,
];
