import { onlyExported, withoutVirtual } from "../../src/catalog/select.ts";
import { catalogData } from "../../src/catalog/write-catalog.ts";
import { puppetText } from "../../src/diagnostics/puppet-text.ts";
import type { Scope } from "../../src/evaluate/scope.ts";
import type { LanguageSettings } from "../../src/evaluate/settings.ts";
import { assemble } from "../../src/finish/assemble.ts";
import { findRubyFunction } from "../../src/modules/ruby-function-files.ts";
import {
  type Compiled,
  type CompileOptions,
  callFunction,
  compile,
  Failure,
  ProgramCache,
} from "../../src/nostrings.ts";
import { parseType } from "../../src/types/parse.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";
import { shownSettings } from "./shown-settings.ts";
import { SpecEnvironment } from "./spec-environment.ts";
import { decode, decodedEntries, encode, hashAt, listAt, textAt } from "./values.ts";

/** Requests come by the thousand for the same few modules. */
const programs = new ProgramCache();

const typeOf = (text: string) => parseType(text);

/** Answer a request of modules' own suites: compile some code with modules, or call a function. */
export function answerModules(request: Hash): Hash {
  const node = textAt(request, "node") ?? "localhost";
  try {
    const compiled = compile(compileOptions(request, node));
    const call = request.get("call");
    if (call instanceof Hash) return Hash.of(called(call, compiled));
    const { catalog } = compiled;
    const selected = request.get("exported") === true ? onlyExported(catalog) : withoutVirtual(catalog);
    return Hash.of({ catalog: catalogData(selected, { rich: true }) });
  } catch (error) {
    return Hash.of(answerOf(error, request.has("call") ? undefined : node));
  }
}

/** What needs a later release is told first thing: suites cut long messages short. */
const LATER = new Set(["ERB_UNSUPPORTED", "RUBY_FUNCTION_UNSUPPORTED"]);

function answerOf(error: unknown, node: string | undefined): Record<string, Value> {
  if (!(error instanceof Failure))
    return { error: `Internal error: ${error instanceof Error ? error.stack : error}` };
  const later = [...causes(error)].some(({ issue }) => LATER.has(issue.code));
  return { error: `${later ? "needs a later release: " : ""}${puppetText(error.issue, node)}` };
}

/** A failure and those that it was made of. */
function* causes(error: unknown): Iterable<Failure> {
  for (let cause = error; cause instanceof Failure; cause = cause.cause) yield cause;
}

function called(call: Hash, { catalog, compilation }: Compiled): Record<string, Value> {
  const { topScope, functions, environment } = compilation;
  const name = textAt(call, "function");
  for (const before of listAt(call, "before")) if (before instanceof Hash) invoke(before, topScope);
  if (name === undefined) {
    const left = withoutVirtual(assemble(compilation.catalog, catalog));
    return { catalog: catalogData(left, { rich: true }) };
  }
  if (call.get("probe") === true)
    return { value: functions.has(name) || findRubyFunction(name, environment) !== undefined };
  return { value: encode(invoke(call, topScope)) };
}

function invoke(call: Hash, scope: Scope): Value {
  const typeNamed = (text: string) => scope.compilation.types.parse(text);
  const args = listAt(call, "args").map((arg) => decode(undefForSymbols(arg), typeNamed));
  return callFunction(textAt(call, "function") ?? "", args, scope);
}

/** Suites of Ruby functions say `:undef` and `:undefined` where a manifest has undef. */
function undefForSymbols(data: Value): Value {
  if (Array.isArray(data)) return data.map(undefForSymbols);
  if (!(data instanceof Hash)) return data;
  if (data.get("__ptype") !== "Symbol")
    return Hash.from([...data].map(([key, value]) => [key, undefForSymbols(value)]));
  return ["undef", "undefined"].includes(String(data.get("__pvalue"))) ? null : data;
}

function compileOptions(request: Hash, node: string): CompileOptions {
  const settings = hashAt(request, "settings");
  const facts = decode(hashAt(request, "facts"), typeOf) as Hash;
  const serverFacts = request.get("server_facts");
  return {
    environment: new SpecEnvironment(
      {
        name: textAt(request, "environment") ?? "production",
        modulepath: listAt(request, "modulepath").map(String),
        manifest: textAt(request, "manifest"),
      },
      hashAt(request, "module_hiera"),
    ),
    code: textAt(request, "code") || undefined,
    certname: node,
    facts,
    node: {
      parameters: new Map([...decodedEntries(request.get("node_params"), typeOf)]),
      trusted: decode(hashAt(request, "trusted"), typeOf) as Hash,
      serverFacts: serverFacts instanceof Hash ? (decode(serverFacts, typeOf) as Hash) : undefined,
    },
    settings: languageSettings(settings),
    hieraConfig: textAt(request, "hiera_config") ?? "/dev/null",
    leaveCycles: true,
    programs,
  };
}

function languageSettings(settings: Hash): Partial<LanguageSettings> {
  const strict = textAt(settings, "strict") as LanguageSettings["strict"] | undefined;
  return {
    ...(strict === undefined ? {} : { strict }),
    strictVariables: settings.get("strict_variables") === true,
    ...shownSettings(settings),
  };
}
