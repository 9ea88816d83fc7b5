import { extname } from "node:path";
import { catalogData } from "../../src/catalog/wire/write.ts";
import type { LogEntry } from "../../src/diagnostics/log.ts";
import { ProgramReader } from "../../src/evaluate/definitions/read-program.ts";
import type { Scope } from "../../src/evaluate/scope.ts";
import { check, compile, evaluate, openScope, parse } from "../../src/nostrings.ts";
import { Source } from "../../src/source/source.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";
import { diagnosticAnswer, errorAnswer, logAnswer } from "./answers.ts";
import { explaining } from "./explaining.ts";
import { compileOptions, setVariables } from "./language-context.ts";
import { ScopeTree } from "./scope-tree.ts";
import { encode, hashAt, listAt, textAt } from "./values.ts";

/** Answer a request of the suite that tests the language: `compile`, `evaluate` or `parse`. */
export function answerLanguage(request: Hash): Hash {
  const logs: LogEntry[] = [];
  const answer = attempt(() => operation(request, logs));
  return Hash.of({ ...answer, logs: logs.map(logAnswer) });
}

function attempt(work: () => Record<string, Value>): Record<string, Value> {
  try {
    return work();
  } catch (error) {
    return { error: errorAnswer(error) };
  }
}

function operation(request: Hash, logs: LogEntry[]): Record<string, Value> {
  switch (request.get("op")) {
    case "compile":
      return compiled(request, logs);
    case "evaluate":
      return evaluated(request, logs);
    case "parse":
      return parsed(request, logs);
    default:
      return { unsupported: String(request.get("op")) };
  }
}

function compiled(request: Hash, logs: LogEntry[]): Record<string, Value> {
  const options = compileOptions(request, (entry) => logs.push(entry));
  const prepared = (scope: Scope) => setVariables(scope, hashAt(request, "variables"));
  const { catalog } = compile({ ...options, prepared });
  return { catalog: catalogData(catalog, { rich: true }) };
}

function evaluated(request: Hash, logs: LogEntry[]): Record<string, Value> {
  const options = compileOptions(request, (entry) => logs.push(entry));
  const topScope = openScope(options, request.get("compiled") === true);
  setVariables(topScope, hashAt(request, "variables"));
  const scopes = new ScopeTree(topScope);
  for (const entry of listAt(request, "prior")) {
    if (entry instanceof Hash) attempt(() => ({ value: run(entry, scopes) }));
  }
  logs.length = 0;
  if (request.get("explain") !== true) return { value: encode(run(request, scopes)) };
  const explained = explaining(topScope, () => encode(run(request, scopes)));
  return { ...explained };
}

/** Evaluate an entry's text in the scope that it names. */
function run(entry: Hash, scopes: ScopeTree): Value {
  const scope = scopes.scopeOf(hashAt(entry, "scope"));
  const source = new Source(textAt(entry, "source") ?? "", textAt(entry, "file"));
  return evaluate(source, scope, { epp: isTemplate(entry) });
}

function parsed(request: Hash, logs: LogEntry[]): Record<string, Value> {
  const source = new Source(textAt(request, "code") ?? "", textAt(request, "file"));
  const { environment, settings = {} } = compileOptions(request, () => {});
  const { modulepath, manifest } = environment;
  const tasks = settings.tasks ?? false;
  const rules = { ...(settings.strict ? { strict: settings.strict } : {}), tasks, modulepath, manifest };
  const reading = { epp: isTemplate(request), tasks };
  const { program } = parse(source, reading);
  const diagnostics = program ? check(program, rules).map(diagnosticAnswer) : [];
  const reader = new ProgramReader(
    (read) => check(read, rules),
    (entry) => logs.push(entry),
  );
  const answer = attempt(() => ({ ok: reader.source(source, reading) !== undefined }));
  return { ...answer, diagnostics };
}

function isTemplate(entry: Hash): boolean {
  return entry.get("epp") === true || extname(textAt(entry, "file") ?? "") === ".epp";
}
