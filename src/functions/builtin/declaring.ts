import type { DeclaredParameter } from "../../catalog/declared-resource.ts";
import { addTags } from "../../catalog/tags.ts";
import { fail } from "../../diagnostics/failure.ts";
import { containClasses, includeClasses, requireClasses } from "../../evaluate/declare/classes.ts";
import { createResources } from "../../evaluate/declare/create-resources.ts";
import { realizeResources } from "../../evaluate/declare/realize.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, requiredRepeatedParam } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { flattened } from "./grouping.ts";

/** Declares classes and evaluates them, each once; gives references to them. */
const include = defineFunction("include", {
  params: [requiredRepeatedParam("Any", "names")],
  body: ({ scope }, ...names: Value[]) => includeClasses(names, scope),
});

/** Like `include`, and the classes belong to the calling class or define. */
const contain = defineFunction("contain", {
  params: [requiredRepeatedParam("Any", "names")],
  body: ({ scope }, ...names: Value[]) => containClasses(names, scope),
});

/** Like `include`, and what the calling class or define holds comes after the classes. */
const requireFunction = defineFunction("require", {
  params: [requiredRepeatedParam("Any", "names")],
  body: ({ scope }, ...names: Value[]) => requireClasses(names, scope),
});

/** Makes virtual resources real that references name. */
const realize = defineLegacyFunction("realize", -2, ({ scope }, args) => {
  realizeResources(args, scope);
  return null;
});

/** Gives the class or define that calls tags, which what it declares then has too. */
const tag = defineLegacyFunction("tag", -2, ({ scope }, args) => {
  if (scope.resource) addTags(scope.resource.tags, flattened(args).map(rubyText));
  return null;
});

/** Whether the catalog, or the class or define that calls, has every one of the tags. */
const tagged = defineLegacyFunction("tagged", -2, ({ scope, compilation }, args) =>
  args.map(rubyText).every((name) => {
    const tag = name.toLowerCase();
    return compilation.catalog.tags.has(tag) || (scope.resource?.tags.has(tag) ?? false);
  }),
);

/** Declares a resource for each title of a hash, with its parameters laid over defaults. */
const create_resources = defineLegacyFunction("create_resources", -3, (call, args) => {
  const [type, instances, defaults = Hash.empty] = args;
  if (args.length > 3) {
    fail("ARGUMENT_ERROR", `create_resources(): wrong number of arguments (${args.length}; must be 2 or 3)`);
  }
  if (!(instances instanceof Hash))
    fail("ARGUMENT_ERROR", "create_resources(): second argument must be a hash");
  if (!(defaults instanceof Hash)) {
    fail("ARGUMENT_ERROR", "create_resources(): third argument, if provided, must be a hash");
  }
  for (const [title, parameters] of instances) declare(call, rubyText(type!), title, defaults, parameters);
  return null;
});

/** A type name may begin with `@` or `@@`: the resources are then virtual or exported. */
function declare(call: Call, written: string, title: Value, defaults: Hash, given: Value): void {
  const type = written.replace(/^@{1,2}/, "").toLowerCase();
  const exported = written.startsWith("@@");
  const virtual = written.startsWith("@");
  if (type === "class" && virtual) fail("CLASS_NOT_VIRTUALIZABLE", "Classes are not virtualizable");
  if (!(given instanceof Hash)) {
    const what = given === null ? "nil" : rubyClass(given);
    fail("ARGUMENT_ERROR", `no implicit conversion of ${what} into Hash`);
  }
  const titles = Array.isArray(title) ? title.map(rubyText) : [rubyText(title)];
  const parameters = parametersOf(call, defaults.merge(given));
  const { scope } = call;
  const { file = "unknown", line, column } = call.place;
  const place = { file, line, column };
  createResources({ type, titles, parameters, virtual, exported, place, scope });
}

function parametersOf({ scope, place }: Call, values: Hash): Map<string, DeclaredParameter> {
  const source = scope.resource?.definition;
  return new Map([...values].map(([name, value]) => [rubyText(name), { value, place, source }]));
}

/** The functions of this chapter. */
export const declaringFunctions: readonly BuiltinFunction[] = [
  include,
  contain,
  requireFunction,
  realize,
  tag,
  tagged,
  create_resources,
];
