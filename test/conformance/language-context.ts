import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "../../src/diagnostics/log.ts";
import type { NodeClasses } from "../../src/evaluate/declare/node-classes.ts";
import { Scope } from "../../src/evaluate/scope.ts";
import type { LanguageSettings } from "../../src/evaluate/settings.ts";
import { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";
import { readEnvironmentConf } from "../../src/modules/environment-conf.ts";
import type { CompileOptions } from "../../src/nostrings.ts";
import { Redactor } from "../../src/report/redactor.ts";
import { decryption } from "../../src/run/decryption.ts";
import { Source } from "../../src/source/source.ts";
import { parseType } from "../../src/types/parse.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";
import { shownSettings } from "./shown-settings.ts";
import { decode, decodedEntries, hashAt, listAt, textAt } from "./values.ts";

const typeOf = (text: string) => parseType(text);

/** What a request's context says about the environment, the node and the settings. */
export function compileOptions(request: Hash, log: Log): CompileOptions {
  const settings = hashAt(request, "settings");
  const node = hashAt(request, "node");
  const variables = hashAt(request, "variables");
  const facts = variables.has("facts") ? hashAt(variables, "facts") : hashAt(node, "facts");
  const trusted = variables.get("trusted") ?? node.get("trusted") ?? request.get("trusted");
  const serverFacts = variables.get("server_facts") ?? node.get("server_facts");
  return {
    environment: environmentOf(hashAt(request, "environment")),
    code: codeOf(request),
    certname: textAt(node, "name") ?? "localhost",
    facts: decode(facts, typeOf) as Hash,
    node: {
      parameters: new Map(
        decodedEntries(node.get("parameters"), typeOf).filter(([name]) => name !== "environment"),
      ),
      ...(trusted instanceof Hash ? { trusted: decode(trusted, typeOf) as Hash } : {}),
      serverFacts:
        serverFacts instanceof Hash && serverFacts.size > 0
          ? (decode(serverFacts, typeOf) as Hash)
          : undefined,
    },
    classes: classesOf(node.get("classes")),
    settings: languageSettings(settings),
    hieraConfig:
      textAt(settings, "hiera_config") ?? join(textAt(settings, "confdir") ?? "/nonexistent", "hiera.yaml"),
    codedir: textAt(settings, "codedir"),
    dataBindingTerminus: textAt(settings, "data_binding_terminus"),
    decrypt: decryption(log, new Redactor(), false),
    explainLookups: textAt(request, "log_level") === "debug",
    log,
  };
}

function environmentOf(given: Hash): DirectoryEnvironment {
  const path = textAt(given, "path");
  const conf = path !== undefined && existsSync(path) ? readEnvironmentConf(path, {}) : undefined;
  const manifest = textAt(given, "manifest");
  return new DirectoryEnvironment({
    name: textAt(given, "name") ?? "production",
    path,
    modulepath: listAt(given, "modulepath").map(String),
    manifest: manifest !== undefined && existsSync(manifest) ? manifest : undefined,
    configVersion: conf?.configVersion,
  });
}

/** The code to compile with the definitions known besides; undefined: the environment's manifests. */
function codeOf(request: Hash): Source | undefined {
  const parts = [textAt(request, "code"), textAt(request, "definitions")].filter(
    (part) => part !== undefined && part !== "",
  );
  return parts.length === 0 ? undefined : new Source(parts.join("\n"));
}

function languageSettings(settings: Hash): Partial<LanguageSettings> {
  const strict = textAt(settings, "strict") as LanguageSettings["strict"] | undefined;
  const strictVariables = settings.get("strict_variables");
  const tasks = settings.get("tasks") === true;
  return {
    ...(strict === undefined ? {} : { strict }),
    ...(strictVariables === undefined ? {} : { strictVariables: strictVariables === true }),
    tasks,
    ...shownSettings(settings),
  };
}

/** Classes of a node: a list of names, or a hash of parameters by name. */
function classesOf(classes: Value | undefined): NodeClasses {
  if (Array.isArray(classes)) return new Map(classes.map((name) => [String(name), new Map()]));
  if (!(classes instanceof Hash)) return new Map();
  return new Map(
    [...classes].map(([name, parameters]) => [String(name), new Map(decodedEntries(parameters, typeOf))]),
  );
}

/** Variables that are there before anything is evaluated; `a::b` belongs to class a. */
export function setVariables(scope: Scope, variables: Hash): void {
  const { compilation } = scope;
  for (const [name, value] of decodedEntries(variables, compilation.types.parse.bind(compilation.types))) {
    if (scope.kind === "top" && ["facts", "trusted", "server_facts"].includes(name)) continue;
    if (name.includes("::"))
      classScope(scope, name.slice(0, name.lastIndexOf("::"))).set(
        name.slice(name.lastIndexOf("::") + 2),
        value,
      );
    else scope.set(name, value);
  }
}

function classScope({ compilation }: Scope, name: string): Scope {
  const known = compilation.classScopes.get(name);
  if (known) return known;
  const scope = new Scope(compilation, compilation.topScope, undefined, { kind: "class" });
  compilation.classScopes.set(name, scope);
  return scope;
}
