import { Failure } from "../../diagnostics/failure.ts";
import { defaultsFor } from "../../evaluate/declare/scope-defaults.ts";
import type { Scope } from "../../evaluate/scope.ts";
import { unknownVariableHint } from "../../evaluate/unknown-variable.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { Answers } from "./answers.ts";

/** Names that are never unknown. */
const ALWAYS_KNOWN = /^(?:module_name|caller_module_name|\d+)$/;

/** Variables and what surrounds a scope, as Puppet::Parser::Scope tells it. */
export const scopeAnswers: Answers = {
  "scope.lookup": (scope: Scope, name: string) => scope.lookup(name) ?? notFound(scope, name),
  "scope.include": (scope: Scope, name: string) => (scope.lookup(name) ?? null) !== null,
  "scope.exist": (scope: Scope, name: string) => scope.lookup(name) !== undefined,
  "scope.bound": (scope: Scope, name: string) => scope.own(name) !== undefined,
  "scope.set": (scope: Scope, name: string, value: Value) => {
    if (scope.variables().has(name)) {
      throw new Failure({
        code: "ILLEGAL_REASSIGNMENT",
        severity: "error",
        message: `Cannot reassign variable '$${name}'`,
      });
    }
    scope.set(name, value);
    return null;
  },
  "scope.hash": (scope: Scope, recursive: boolean, includeUndef: boolean) =>
    Hash.from(entries(scope, recursive).filter(([, value]) => includeUndef || value !== null)),
  "scope.variables": (scope: Scope, names: readonly string[]) => {
    const found = names.map((name) => [name, scope.lookup(name) ?? oddlyNamed(scope, name)] as const);
    return Hash.from(found.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])));
  },
  "scope.text": (scope: Scope) => scope.toString(),
  "scope.top": (scope: Scope) => scope.compilation.topScope,
  "scope.parent": (scope: Scope) => scope.named().declaredIn,
  "scope.module_name": (scope: Scope) => scope.moduleName ?? null,
  "scope.source_name": (scope: Scope) => scope.resource?.title.toLowerCase() ?? "",
  "scope.defaults": (scope: Scope, type: string) =>
    Hash.from([...defaultsFor(type, scope)].map(([name, { value }]) => [name, value])),
  "scope.of_class": (scope: Scope, name: string) =>
    scope.compilation.classScopes.get(name.replace(/^::/, "").toLowerCase()),
};

/** As Puppet's setting `strict` has it: nothing, a warning, or an error. */
function notFound(scope: Scope, name: string): null {
  if (ALWAYS_KNOWN.test(name)) return null;
  const { settings, log } = scope.compilation;
  const reason = name.includes("::") ? (unknownVariableHint(name, scope) ?? "") : "";
  const path = name.replace(/^::/, "");
  const message = `Undefined variable '${path.includes("::") ? path : name}'; ${reason}`;
  if (settings.strict === "warning") log({ level: "warning", message });
  if (settings.strict !== "error") return null;
  throw new Failure({ code: "ARGUMENT_ERROR", severity: "error", message });
}

/** A fact such as `mtu_eth0.1` is `@mtu_eth0_1` in a template. */
function oddlyNamed(scope: Scope, name: string): Value {
  if (!name.includes("_")) return null;
  for (const key of scope.compilation.node.facts.possibleKeys()) {
    const odd = String(key);
    if (odd !== name && odd.replace(/\W/g, "_") === name) return scope.lookup(odd) ?? null;
  }
  return null;
}

function entries(scope: Scope, recursive: boolean): (readonly [Value, Value])[] {
  const outer = recursive && scope.parent !== undefined ? entries(scope.parent, true) : [];
  const { facts, trusted, serverFacts, parameters } = scope.compilation.node;
  const top =
    scope.kind === "top"
      ? [
          ...facts,
          ...parameters,
          ...Object.entries({ facts, trusted, server_facts: serverFacts ?? Hash.empty }),
        ]
      : [];
  return [...outer, ...top, ...scope.variables()];
}
