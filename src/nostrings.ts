import { check } from "./check/check.ts";
import { type Compiled, type CompileInput, compile as compileProgram, prepare } from "./compile.ts";
import type { Log } from "./diagnostics/log.ts";
import type { Scope } from "./evaluate/scope.ts";
import { DEFAULT_LANGUAGE_SETTINGS, type LanguageSettings } from "./evaluate/settings.ts";
import { functionsFor } from "./functions/functions-for.ts";
import { LayeredData } from "./hiera/layered-data.ts";
import type { Environment } from "./modules/environment.ts";
import { trustedFacts } from "./trusted-facts.ts";
import { Hash } from "./values/hash.ts";

/** What to compile, and for which machine. */
export interface CompileOptions {
  readonly environment: Environment;
  /** Code in place of the environment's manifests. */
  readonly code?: string | undefined;
  /** The node's name. */
  readonly certname: string;
  readonly facts: Hash;
  readonly settings?: Partial<LanguageSettings> | undefined;
  /** The global hiera.yaml, which need not exist. */
  readonly hieraConfig: string;
  readonly codedir?: string | undefined;
  readonly log?: Log | undefined;
  /** Seconds after which compiling is given up. */
  readonly timeout?: number | undefined;
}

/** Compile a machine's catalog; fails with a `Failure` that says what, where and why. */
export function compile(options: CompileOptions): Compiled {
  return compileProgram(compileInput(options));
}

/** The top scope of a site, to look things up in: as it is before its manifests run, or after. */
export function openScope(options: CompileOptions, compiled: boolean): Scope {
  const { compilation } = compiled ? compile(options) : prepare(compileInput(options));
  return compilation.topScope;
}

function compileInput(options: CompileOptions): CompileInput {
  const { environment, code, certname, facts, hieraConfig, codedir, log, timeout } = options;
  const settings = { ...DEFAULT_LANGUAGE_SETTINGS, ...options.settings };
  const { strict } = settings;
  const { modulepath, manifest } = environment;
  return {
    node: {
      name: certname,
      facts,
      trusted: trustedFacts(certname),
      serverFacts: Hash.of({ environment: environment.name }),
      parameters: new Map(),
    },
    environment,
    settings,
    hiera: new LayeredData({ environment, globalConfig: hieraConfig, codedir, strict }),
    functions: functionsFor(environment),
    check: (program) => check(program, { strict, modulepath, manifest }),
    code,
    log,
    deadline: timeout === undefined ? undefined : performance.now() + timeout * 1000,
  };
}

export { applyCatalog as apply } from "./apply/apply.ts";
