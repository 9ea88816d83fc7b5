import { onlyExported, withoutVirtual } from "../../src/catalog/select.ts";
import { catalogData } from "../../src/catalog/wire/write.ts";
import { puppetText } from "../../src/diagnostics/puppet-text.ts";
import type { Scope } from "../../src/evaluate/scope.ts";
import type { LanguageSettings } from "../../src/evaluate/settings.ts";
import { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";
import { type CompileOptions, callFunction, compile, Failure } from "../../src/nostrings.ts";
import { parseType } from "../../src/types/parse.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";
import { decode, decodedEntries, encode, hashAt, listAt, textAt } from "./values.ts";

const typeOf = (text: string) => parseType(text);

/** Answer a request of modules' own suites: compile some code with modules, or call a function. */
export function answerModules(request: Hash): Hash {
  const node = textAt(request, "node") ?? "localhost";
  try {
    const { catalog, compilation } = compile(compileOptions(request, node));
    const call = request.get("call");
    if (call instanceof Hash) return Hash.of(called(call, compilation.topScope));
    const selected = request.get("exported") === true ? onlyExported(catalog) : withoutVirtual(catalog);
    return Hash.of({ catalog: catalogData(selected, { rich: true }) });
  } catch (error) {
    if (!(error instanceof Failure))
      return Hash.of({ error: `Internal error: ${error instanceof Error ? error.stack : error}` });
    return Hash.of({ error: puppetText(error.issue, request.has("call") ? undefined : node) });
  }
}

function called(call: Hash, scope: Scope): Record<string, Value> {
  const name = textAt(call, "function");
  for (const before of listAt(call, "before")) if (before instanceof Hash) invoke(before, scope);
  if (name !== undefined && call.get("probe") === true)
    return { value: scope.compilation.functions.has(name) };
  return { value: encode(invoke(call, scope)) };
}

function invoke(call: Hash, scope: Scope): Value {
  const args = listAt(call, "args").map((arg) => decode(arg, (text) => scope.compilation.types.parse(text)));
  return callFunction(textAt(call, "function") ?? "", args, scope);
}

function compileOptions(request: Hash, node: string): CompileOptions {
  const settings = hashAt(request, "settings");
  const facts = decode(hashAt(request, "facts"), typeOf) as Hash;
  const serverFacts = request.get("server_facts");
  return {
    environment: new DirectoryEnvironment({
      name: textAt(request, "environment") ?? "production",
      modulepath: listAt(request, "modulepath").map(String),
      manifest: textAt(request, "manifest"),
    }),
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
  };
}

function languageSettings(settings: Hash): Partial<LanguageSettings> {
  const strict = textAt(settings, "strict") as LanguageSettings["strict"] | undefined;
  const other = Object.fromEntries([...settings].map(([name, value]) => [String(name), String(value)]));
  return {
    ...(strict === undefined ? {} : { strict }),
    strictVariables: settings.get("strict_variables") === true,
    other,
  };
}
