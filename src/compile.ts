import type { Catalog } from "./catalog/catalog.ts";
import { GrowingCatalog } from "./catalog/growing-catalog.ts";
import { finish } from "./catalog/passes/finish.ts";
import { ResourceTypes } from "./catalog/resource-types/resource-types.ts";
import { Failure } from "./diagnostics/failure.ts";
import type { Log, LogEntry } from "./diagnostics/log.ts";
import type { Compilation, CompiledNode } from "./evaluate/compilation.ts";
import { runGenerators } from "./evaluate/declare/generators.ts";
import { declareBuiltins, evaluateMain, mainClass } from "./evaluate/declare/main-class.ts";
import { evaluateNode } from "./evaluate/declare/node.ts";
import { declareNodeClasses, type NodeClasses } from "./evaluate/declare/node-classes.ts";
import { LoadedDefinitions } from "./evaluate/definitions/loaded-definitions.ts";
import { type CheckProgram, ProgramReader } from "./evaluate/definitions/read-program.ts";
import { type BuiltinFunctions, LoadedFunctions } from "./evaluate/functions/table.ts";
import { handlers } from "./evaluate/handlers.ts";
import { Scope } from "./evaluate/scope.ts";
import type { LanguageSettings } from "./evaluate/settings.ts";
import { LoadedTypes } from "./evaluate/types/table.ts";
import type { Hiera } from "./hiera/hiera.ts";
import type { Environment } from "./modules/environment.ts";
import { manifestFiles } from "./modules/module-files.ts";
import { refuseCycles } from "./order/cycles.ts";
import type { Source } from "./source/source.ts";
import type { Program } from "./syntax/ast.ts";

/** What a catalog is compiled from. */
export interface CompileInput {
  readonly node: CompiledNode;
  readonly environment: Environment;
  readonly settings: LanguageSettings;
  readonly hiera: Hiera;
  readonly functions: BuiltinFunctions;
  readonly check: CheckProgram;
  /** Code in place of the environment's manifests. */
  readonly code?: Source | undefined;
  /** Classes that an external node classifier or the command line asks for. */
  readonly classes?: NodeClasses | undefined;
  /** What the catalog is known by; seconds since the epoch when not given. */
  readonly version?: string | undefined;
  readonly log?: Log | undefined;
  readonly deadline?: number | undefined;
}

/** The catalog of one machine, and what there was to tell while it was compiled; fails with a `Failure`. */
export function compile(input: CompileInput): { catalog: Catalog; logs: readonly LogEntry[] } {
  const logs: LogEntry[] = [];
  const log: Log = (entry) => {
    logs.push(entry);
    input.log?.(entry);
  };
  const { compilation, programs } = prepare(input, log);
  declareBuiltins(compilation);
  for (const name of input.classes?.keys() ?? []) compilation.catalog.addClass(name);
  evaluateMain(programs, compilation);
  evaluateNode(compilation);
  declareNodeClasses(input.classes ?? new Map(), compilation);
  runGenerators(compilation);
  const version = input.version ?? BigInt(Math.floor(Date.now() / 1000));
  const catalog = finish(compilation, {
    name: input.node.name,
    version,
    environment: input.environment.name,
  });
  refuseCycles(catalog);
  return { catalog, logs };
}

/** Everything a compilation knows, with the manifests parsed and their definitions taken in. */
function prepare(input: CompileInput, log: Log): { compilation: Compilation; programs: readonly Program[] } {
  const { node, environment, settings, hiera, deadline } = input;
  const reader = new ProgramReader(input.check, log);
  const definitions = new LoadedDefinitions(environment, reader.file, log);
  const self = (): Compilation => compilation;
  const compilation: Compilation = {
    node,
    environment,
    settings,
    log,
    definitions,
    functions: new LoadedFunctions(input.functions, self),
    types: new LoadedTypes(self),
    catalog: new GrowingCatalog(new ResourceTypes(environment)),
    hiera,
    handlers,
    classScopes: new Map(),
    deadline,
    nodeScope: undefined,
    get topScope() {
      return topScope;
    },
  };
  const topScope = new Scope(compilation, undefined, mainClass(), { kind: "top" });
  const programs = readManifests(input, reader);
  for (const program of programs) definitions.add(program);
  return { compilation, programs };
}

/** The manifests of the environment, or the code given instead; errors in them are told with the environment. */
function readManifests({ code, environment }: CompileInput, reader: ProgramReader): Program[] {
  const { manifest } = environment;
  try {
    if (code !== undefined) return [reader.source(code)];
    return manifest === undefined ? [] : manifestFiles(manifest).map(reader.file);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    const message = `Could not parse for environment ${environment.name}: ${thrown.issue.message}`;
    throw new Failure({ ...thrown.issue, message }, { cause: thrown });
  }
}
