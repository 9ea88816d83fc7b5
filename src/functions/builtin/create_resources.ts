import type { DeclaredParameter } from "../../catalog/declared-resource.ts";
import { fail } from "../../diagnostics/failure.ts";
import { createResources } from "../../evaluate/declare/create-resources.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** Declares a resource for each title of a hash, with its parameters laid over defaults. */
export const create_resources = defineLegacyFunction("create_resources", -3, (call, args) => {
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
