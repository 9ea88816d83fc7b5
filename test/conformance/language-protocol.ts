import { extname } from "node:path";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { catalogData } from "../../src/catalog/write-catalog.ts";
import type { LogEntry } from "../../src/diagnostics/log.ts";
import { ProgramReader } from "../../src/evaluate/definitions/read-program.ts";
import type { Scope } from "../../src/evaluate/scope.ts";
import { check, compile, evaluate, openScope, parse } from "../../src/nostrings.ts";
import { Source } from "../../src/source/source.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";
import { diagnosticAnswer, errorAnswer, logAnswer } from "./answers.ts";
import { Watcher } from "./explaining.ts";
import { compileOptions, setVariables } from "./language-context.ts";
import { ScopeTree } from "./scope-tree.ts";
import { encode, hashAt, listAt, textAt } from "./values.ts";

/** A request, and what is to be told besides its answer. */
interface Asked {
  readonly request: Hash;
  readonly logs: LogEntry[];
  readonly watcher: Watcher | undefined;
}

/** Answer a request of the suite that tests the language: `compile`, `evaluate` or `parse`. */
export function answerLanguage(request: Hash): Hash {
  const logs: LogEntry[] = [];
  const watcher = request.get("explain") === true ? new Watcher() : undefined;
  const answer = attempt(() => operation({ request, logs, watcher }));
  if (watcher) answer.explanation = watcher.explanation;
  return Hash.of({ ...answer, logs: logs.map(logAnswer) });
}

function attempt(work: () => Record<string, Value>): Record<string, Value> {
  try {
    return work();
  } catch (error) {
    return { error: errorAnswer(error) };
  }
}

function operation(asked: Asked): Record<string, Value> {
  switch (asked.request.get("op")) {
    case "compile":
      return compiled(asked);
    case "evaluate":
      return evaluated(asked);
    case "parse":
      return parsed(asked);
    default:
      return { unsupported: String(asked.request.get("op")) };
  }
}

function compiled({ request, logs, watcher }: Asked): Record<string, Value> {
  const options = compileOptions(request, (entry) => logs.push(entry));
  const prepared = (scope: Scope) => {
    setVariables(scope, hashAt(request, "variables"));
    watcher?.watch(scope);
  };
  const { catalog } = compile({ ...options, onTopScope: prepared });
  return { catalog: withVirtual(catalogData(catalog, { rich: true }), catalog) };
}

/** The wire format with what was exported and never collected marked as virtual. */
function withVirtual(data: Hash, { resources }: Catalog): Hash {
  const marked = listAt(data, "resources").map((each, index) =>
    each instanceof Hash && resources[index]?.virtual ? each.merge(Hash.of({ virtual: true })) : each,
  );
  return data.merge(Hash.of({ resources: marked }));
}

function evaluated({ request, logs, watcher }: Asked): Record<string, Value> {
  const options = compileOptions(request, (entry) => logs.push(entry));
  const topScope = openScope(options, request.get("compiled") === true);
  setVariables(topScope, hashAt(request, "variables"));
  const scopes = new ScopeTree(topScope);
  for (const entry of listAt(request, "prior")) {
    if (entry instanceof Hash) attempt(() => ({ value: run(entry, scopes) }));
  }
  logs.length = 0;
  watcher?.watch(topScope);
  return { value: encode(run(request, scopes)) };
}

/** Evaluate an entry's text in the scope that it names. */
function run(entry: Hash, scopes: ScopeTree): Value {
  const scope = scopes.scopeOf(hashAt(entry, "scope"));
  const source = new Source(textAt(entry, "source") ?? "", textAt(entry, "file"));
  return evaluate(source, scope, { epp: isTemplate(entry) });
}

function parsed({ request, logs }: Asked): Record<string, Value> {
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
