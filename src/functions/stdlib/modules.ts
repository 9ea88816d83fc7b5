import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { isTrue } from "../../evaluate/truth.ts";
import { readJson } from "../../formats/json/read-json.ts";
import { readRegularText } from "../../source/read-file.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import { compareVersions } from "../builtin/versions.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";

/** The directory of a module. */
const get_module_path = defineLegacyFunction("get_module_path", -1, (call, args) => {
  if (args.length !== 1) parseError("get_module_path(): Wrong number of arguments, expects one");
  return modulePath(call, rubyText(args[0]!));
});

/** The directory of a module; fails when there is no such module. */
export function modulePath({ compilation: { environment } }: Call, name: string): string {
  const module = environment.module(name);
  return module?.path ?? parseError(`Could not find module ${name} in environment ${environment.name}`);
}

/** What the metadata.json of a module says. */
const load_module_metadata = defineLegacyFunction("load_module_metadata", -1, (call, args) => {
  if (args.length !== 1 && args.length !== 2) {
    parseError("load_module_metadata(): Wrong number of arguments, expects one or two");
  }
  const name = rubyText(args[0]!);
  const file = join(modulePath(call, name), "metadata.json");
  if (existsSync(file)) return readJson(readRegularText(file));
  if (isTrue(args[1] ?? null)) return Hash.empty;
  return parseError(`load_module_metadata(): No metadata.json file for module ${name}`);
});

/** Fails when the class or define that calls is declared from another module. */
const assert_private = defineLegacyFunction("assert_private", -1, ({ scope }, args) => {
  if (args.length > 1) {
    parseError(`assert_private(): Wrong number of arguments given (${args.length}}) for 0 or 1)`);
  }
  if (scope.lookup("module_name") === scope.lookup("caller_module_name")) return null;
  const [message] = args;
  if (typeof message === "string" && message !== "") parseError(message);
  const definition = scope.resource?.definition;
  const kind = definition?.kind === "ResourceTypeDefinition" ? "Definition" : "Class";
  const name = definition && "name" in definition ? definition.name : "main";
  parseError(`${kind} ${name} is private`);
});

/** Whether the operating system is one, of at least a version. */
const os_version_gte = defineFunction("os_version_gte", {
  params: [param("String[1]", "os"), param("String[1]", "version")],
  returns: "Boolean",
  body({ compilation: { node } }, os: string, version: string) {
    if (node.facts.get("operatingsystem") !== os) return false;
    return compareVersions(toText(node.facts.get("operatingsystemmajrelease") ?? null), version) >= 0;
  },
});

/** The value of a fact by its dotted name; names with dots in them stand in double quotes. */
const fact = defineFunction("fact", {
  params: [param("String", "fact_name")],
  body(call, name: string) {
    const path = [...name.matchAll(/([^."]+)|"([^"]+)"/g)].map(([, bare, quoted]) => bare ?? quoted!);
    let value: Value = call.compilation.node.facts;
    for (const [depth, key] of path.entries()) {
      if (value === null) return null;
      value = step(call, name, value, key, path.slice(0, depth));
    }
    return value;
  },
});

function step(call: Call, name: string, value: Value, key: string, walked: readonly string[]): Value {
  if (value instanceof Hash) return value.get(key) ?? null;
  if (Array.isArray(value) && /^[-+]?\d+$/.test(key)) return value.at(Number(key)) ?? null;
  const path = walked.map((part) => (part.includes(".") ? `"${part}"` : part)).join(".");
  const why = Array.isArray(value)
    ? `is an array; cannot index to '${key}'`
    : `is not a collection; cannot walk to '${key}'`;
  call.compilation.log({
    level: "warning",
    message: `fact request for ${name} returning nil: '${path}' ${why}`,
  });
  return null;
}

/** The functions of this chapter. */
export const moduleFunctions: readonly BuiltinFunction[] = [
  get_module_path,
  load_module_metadata,
  assert_private,
  os_version_gte,
  fact,
];
