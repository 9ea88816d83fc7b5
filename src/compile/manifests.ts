import type { Catalog } from "../catalog/catalog.ts";
import { DeclaredCatalog } from "../catalog/declared-catalog.ts";
import { ResourceTypes } from "../catalog/resource-types/resource-types.ts";
import { Failure } from "../diagnostics/failure.ts";
import type { Log, LogEntry } from "../diagnostics/log.ts";
import type { Compilation, CompiledNode } from "../evaluate/compilation.ts";
import { runGenerators } from "../evaluate/declare/generators.ts";
import { declareBuiltins, evaluateMain, mainClass } from "../evaluate/declare/main-class.ts";
import { evaluateNode } from "../evaluate/declare/node.ts";
import {
  announceNodeClasses,
  declareNodeClasses,
  type NodeClasses,
} from "../evaluate/declare/node-classes.ts";
import { LoadedDefinitions } from "../evaluate/definitions/loaded-definitions.ts";
import type { ProgramCache } from "../evaluate/definitions/program-cache.ts";
import { type CheckProgram, ProgramReader } from "../evaluate/definitions/read-program.ts";
import type { BuiltinFunctions } from "../evaluate/functions/table.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { LanguageSettings } from "../evaluate/settings.ts";
import { type RubyParts, startCompilation } from "../evaluate/start-compilation.ts";
import { finish } from "../finish/finish.ts";
import { refuseCycles } from "../graph/cycle-report.ts";
import type { Hiera } from "../hiera/hiera.ts";
import type { Environment } from "../modules/environment.ts";
import { manifestFiles } from "../modules/module-files.ts";
import { Source } from "../source/source.ts";
import type { Program } from "../syntax/ast.ts";

/** What a catalog is compiled from. */
export interface CompileInput {
  readonly node: CompiledNode;
  readonly environment: Environment;
  readonly settings: LanguageSettings;
  readonly hiera: Hiera;
  readonly functions: BuiltinFunctions;
  readonly ruby?: RubyParts | undefined;
  readonly check: CheckProgram;
  /** Code in place of the environment's manifests; a text without a name, or a named source. */
  readonly code?: string | Source | undefined;
  /** Classes that an external node classifier or the command line asks for. */
  readonly classes?: NodeClasses | undefined;
  /** What the catalog is known by; seconds since the epoch when not given. */
  readonly version?: string | undefined;
  readonly log?: Log | undefined;
  /** Whether a text has something decrypted in it, which no message may quote. */
  readonly holdsSecret?: ((text: string) => boolean) | undefined;
  /** Handed the top scope before anything is evaluated in it. */
  readonly onTopScope?: ((topScope: Scope) => void) | undefined;
  /** Fails when compiling is to end. */
  readonly goOn?: (() => void) | undefined;
  /** Leave a catalog whose resources wait for each other in a circle to whoever orders it. */
  readonly leaveCycles?: boolean | undefined;
  /** Files that earlier compilations have parsed. */
  readonly programs?: ProgramCache | undefined;
}

/** A finished catalog, what there was to tell on the way, and the state that deferred values are worked out in. */
export interface Compiled {
  readonly catalog: Catalog;
  readonly logs: readonly LogEntry[];
  readonly compilation: Compilation;
}

/** The catalog of one machine; fails with a `Failure`. */
export function evaluateManifests(input: CompileInput): Compiled {
  const logs: LogEntry[] = [];
  const log: Log = (entry) => {
    logs.push(entry);
    input.log?.(entry);
  };
  const { compilation, programs } = parseManifests({ ...input, log });
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
  if (!input.leaveCycles) refuseCycles(catalog);
  return { catalog, logs, compilation };
}

/** A compilation with the manifests parsed and their definitions taken in, and nothing evaluated yet. */
export function parseManifests(input: CompileInput): {
  compilation: Compilation;
  programs: readonly Program[];
} {
  const { environment, log = () => {} } = input;
  const reader = new ProgramReader(input.check, log, input.programs);
  const definitions = new LoadedDefinitions(environment, reader.file, log);
  const compilation = startCompilation({
    ...input,
    log,
    definitions,
    catalog: new DeclaredCatalog(new ResourceTypes(environment)),
    builtins: input.functions,
    main: mainClass(),
  });
  const programs = readManifests(input, reader);
  for (const program of programs) definitions.add(program);
  announceNodeClasses(input.classes ?? new Map(), compilation);
  declareBuiltins(compilation);
  input.onTopScope?.(compilation.topScope);
  return { compilation, programs };
}

/** The manifests of the environment, or the code given instead; errors in them are told with the environment. */
function readManifests({ code, environment }: CompileInput, reader: ProgramReader): Program[] {
  const { manifest } = environment;
  try {
    if (code !== undefined) return [reader.source(typeof code === "string" ? new Source(code) : code)];
    return manifest === undefined ? [] : manifestFiles(manifest).map(reader.file);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    const message = `Could not parse for environment ${environment.name}: ${thrown.issue.message}`;
    throw new Failure({ ...thrown.issue, message }, { cause: thrown });
  }
}
