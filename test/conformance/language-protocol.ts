import { basename } from "node:path";
import { catalogData } from "../../src/catalog/wire/write.ts";
import type { LogEntry } from "../../src/diagnostics/log.ts";
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
      return parsed(request);
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
  return evaluate(new Source(textAt(entry, "source") ?? "", textAt(entry, "file")), scope);
}

function parsed(request: Hash): Record<string, Value> {
  const file = textAt(request, "file");
  const epp = request.get("epp") === true || (file !== undefined && basename(file).endsWith(".epp"));
  const { program, issues } = parse(new Source(textAt(request, "code") ?? "", file), { epp });
  const strict = textAt(hashAt(request, "settings"), "strict") as "off" | "warning" | "error" | undefined;
  const tasks = hashAt(request, "settings").get("tasks") === true;
  const found = program ? check(program, { tasks, ...(strict ? { strict } : {}) }) : [];
  const errors = [...issues, ...found].filter(({ severity }) => severity === "error");
  const diagnostics = found.map(diagnosticAnswer);
  const [first] = errors;
  return first ? { error: diagnosticAnswer(first), diagnostics } : { ok: true, diagnostics };
}
