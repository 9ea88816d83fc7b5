import { DeclaredCatalog } from "../../src/catalog/declared-catalog.ts";
import { ResourceTypes } from "../../src/catalog/resource-types/resource-types.ts";
import { Failure } from "../../src/diagnostics/failure.ts";
import type { LogEntry } from "../../src/diagnostics/log.ts";
import type { Compilation } from "../../src/evaluate/compilation.ts";
import { runGenerators } from "../../src/evaluate/declare/generators.ts";
import { declareBuiltins, evaluateMain, mainClass } from "../../src/evaluate/declare/main-class.ts";
import { evaluateNode } from "../../src/evaluate/declare/node.ts";
import { LoadedDefinitions } from "../../src/evaluate/definitions/loaded-definitions.ts";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { DEFAULT_LANGUAGE_SETTINGS, type LanguageSettings } from "../../src/evaluate/settings.ts";
import { showing } from "../../src/evaluate/settings-variables.ts";
import { startCompilation } from "../../src/evaluate/start-compilation.ts";
import { functionsFor } from "../../src/functions/functions-for.ts";
import type { Environment } from "../../src/modules/environment.ts";
import { Settings } from "../../src/settings/settings.ts";
import { Source } from "../../src/source/source.ts";
import { parse } from "../../src/syntax/parse.ts";
import { Hash } from "../../src/values/hash.ts";

const environment: Environment = {
  name: "production",
  path: undefined,
  modulepath: [],
  manifest: undefined,
  module: () => undefined,
  modules: () => [],
};

const facts = Hash.of({ osfamily: "Debian", os: Hash.of({ family: "Debian" }) });

/** A compilation of nothing yet, on a machine that knows two facts; its log goes into `lines`. */
const SHOWN = showing(new Settings({ commandLine: new Map(), defaults: { certname: "vm" } }));

export function compilation(lines: string[], settings: Partial<LanguageSettings> = {}): Compilation {
  const log = (entry: LogEntry) => void lines.push(line(entry));
  const catalog = new DeclaredCatalog(new ResourceTypes());
  const started = startCompilation({
    node: {
      name: "vm",
      facts,
      trusted: Hash.of({ certname: "vm" }),
      serverFacts: Hash.of({ serverversion: "7.23.0" }),
      parameters: new Map(),
    },
    environment,
    settings: { ...DEFAULT_LANGUAGE_SETTINGS, shown: SHOWN, ...settings },
    log,
    definitions: new LoadedDefinitions(
      environment,
      () => {
        throw new Error("no files here");
      },
      log,
    ),
    catalog,
    hiera: { lookup: () => undefined },
    builtins: functionsFor(environment),
    main: mainClass(),
  });
  declareBuiltins(started);
  return started;
}

/** What people would read on the terminal: the log, and at the end the error when there is one. */
export function output(code: string, settings: Partial<LanguageSettings> = {}): string[] {
  const lines: string[] = [];
  try {
    const started = compilation(lines, settings);
    const { program, issues } = parse(new Source(code));
    if (program === undefined) throw new Failure(issues.at(-1)!);
    started.definitions.add(program);
    evaluateMain([program], started);
    evaluateNode(started);
    runGenerators(started);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    lines.push(`Error: ${thrown.issue.message}${location(thrown.issue.place)}`);
  }
  return lines;
}

const LABELS = {
  debug: "Debug",
  info: "Info",
  notice: "Notice",
  warning: "Warning",
  err: "Error",
  alert: "Alert",
  emerg: "Emergency",
  crit: "Critical",
};

function line(entry: LogEntry): string {
  const text =
    entry.source === undefined
      ? `${entry.message}${location(entry.place)}`
      : `${entry.source}: ${entry.message}`;
  return `${LABELS[entry.level]}: ${text}`;
}

function location(place: LogEntry["place"]): string {
  if (place?.line === undefined) return "";
  const file = place.file === undefined ? "" : `file: ${place.file}, `;
  const column = place.column === undefined ? "" : `, column: ${place.column}`;
  return ` (${file}line: ${place.line}${column})`;
}

/** How code fails that fails while it is evaluated. */
export function failureOf(code: string, strictVariables = false): Failure {
  const started = compilation([], { strictVariables });
  const { program } = parse(new Source(code));
  started.definitions.add(program!);
  try {
    evaluate(program!, started.topScope);
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
  throw new Error("nothing failed");
}
