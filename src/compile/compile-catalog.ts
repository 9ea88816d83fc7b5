import { check } from "../check/check.ts";
import type { Place } from "../diagnostics/issue.ts";
import type { Log } from "../diagnostics/log.ts";
import { timeoutFailure } from "../evaluate/bounds.ts";
import type { CompiledNode } from "../evaluate/compilation.ts";
import type { NodeClasses } from "../evaluate/declare/node-classes.ts";
import type { ProgramCache } from "../evaluate/definitions/program-cache.ts";
import { ProgramReader } from "../evaluate/definitions/read-program.ts";
import { evaluate as evaluateNode } from "../evaluate/evaluate.ts";
import type { Scope } from "../evaluate/scope.ts";
import { DEFAULT_LANGUAGE_SETTINGS, type LanguageSettings } from "../evaluate/settings.ts";
import { showing } from "../evaluate/settings-variables.ts";
import { trustedFacts } from "../facts/trusted-facts.ts";
import { functionsFor } from "../functions/functions-for.ts";
import type { Decrypt } from "../hiera/backends/eyaml-text.ts";
import { LayeredData } from "../hiera/layered-data.ts";
import { withinTime } from "../machine/time-limit.ts";
import type { Environment } from "../modules/environment.ts";
import { rubyFor } from "../ruby/ruby-for.ts";
import { Settings } from "../settings/settings.ts";
import type { Source } from "../source/source.ts";
import type { ParseOptions } from "../syntax/parse.ts";
import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import { type Compiled, type CompileInput, evaluateManifests, parseManifests } from "./manifests.ts";

/** What to compile, and for which machine. */
export interface CompileOptions {
  readonly environment: Environment;
  /** Code in place of the environment's manifests. */
  readonly code?: string | Source | undefined;
  /** The node's name. */
  readonly certname: string;
  readonly facts: Hash;
  /** What is known of the node besides; by default as `puppet apply` has it. */
  readonly node?: Partial<CompiledNode> | undefined;
  /** Classes that something outside the manifests asks for. */
  readonly classes?: NodeClasses | undefined;
  readonly settings?: Partial<LanguageSettings> | undefined;
  /** The global hiera.yaml, which need not exist. */
  readonly hieraConfig: string;
  readonly codedir?: string | undefined;
  /** Puppet's setting; `none` switches the global layer of Hiera off. */
  readonly dataBindingTerminus?: string | undefined;
  /** Log, at level debug, how every lookup went. */
  readonly explainLookups?: boolean | undefined;
  /** Opens what is encrypted in the layered data; without it using such a value fails. */
  readonly decrypt?: Decrypt | undefined;
  /** What the catalog is known by; seconds since the epoch when not given. */
  readonly version?: string | undefined;
  readonly log?: Log | undefined;
  /** Whether a text has something decrypted in it, which no message may quote. */
  readonly holdsSecret?: ((text: string) => boolean) | undefined;
  /** Handed the top scope before anything is evaluated in it. */
  readonly onTopScope?: ((topScope: Scope) => void) | undefined;
  /** Seconds after which compiling is given up. */
  readonly timeout?: number | undefined;
  /** Asked at every call; fails when compiling is to end. */
  readonly goOn?: (() => void) | undefined;
  /** Leave a catalog whose resources wait for each other in a circle to whoever orders it. */
  readonly leaveCycles?: boolean | undefined;
  /** Parsed manifests, handed from compilation to compilation of one process. */
  readonly programs?: ProgramCache | undefined;
}

/** Compile a machine's catalog; fails with a `Failure` that says what, where and why. */
export function compile(options: CompileOptions): Compiled {
  return withinTimeout(options, () => evaluateManifests(compileInput(options)));
}

/** The top scope of a site, to evaluate and look things up in: before its manifests have run, or after. */
export function openScope(options: CompileOptions, compiled: boolean): Scope {
  const { compilation } = compiled
    ? compile(options)
    : withinTimeout(options, () => parseManifests(compileInput(options)));
  return compilation.topScope;
}

/** The value of a text of Puppet code in a scope; what it defines is known afterwards. */
export function evaluate(source: Source, scope: Scope, options: ParseOptions = {}): Value {
  const { compilation } = scope;
  const { environment, settings } = compilation;
  const reader = new ProgramReader(checker(environment, settings), compilation.log);
  const program = reader.source(source, { tasks: settings.tasks ?? false, ...options });
  compilation.definitions.add(program);
  return evaluateNode(program, scope);
}

/** Call a function by name, from a scope. */
export function callFunction(name: string, args: readonly Value[], scope: Scope, place: Place = {}): Value {
  return scope.compilation.functions.call(name, args, scope, place);
}

/** Do something that may not take longer than the options say. */
export function withinTimeout<T>({ timeout }: Pick<CompileOptions, "timeout">, work: () => T): T {
  return withinTime(timeout, work, () => timeoutFailure(timeout ?? 0));
}

function compileInput(options: CompileOptions): CompileInput {
  const { environment, certname, facts, hieraConfig, codedir, decrypt } = options;
  const shown = showing(new Settings({ commandLine: new Map(), defaults: { certname } }));
  const settings = { ...DEFAULT_LANGUAGE_SETTINGS, shown, ...options.settings };
  const functions = functionsFor(environment);
  return {
    ...options,
    node: withServerFacts(
      {
        name: certname,
        facts,
        trusted: trustedFacts(certname),
        serverFacts: Hash.empty,
        parameters: new Map(),
        ...options.node,
      },
      environment.name,
    ),
    settings,
    hiera: new LayeredData({
      environment,
      globalConfig: hieraConfig,
      codedir,
      strict: settings.strict,
      decrypt,
      terminus: options.dataBindingTerminus,
      explained: options.explainLookups,
    }),
    functions,
    ruby: rubyFor(environment, functions),
    check: checker(environment, settings),
  };
}

/** What a server says of itself: it names the environment, and each is a top-scope variable unless that is taken. */
function withServerFacts(node: CompiledNode, environment: string): CompiledNode {
  const { serverFacts, parameters } = node;
  if (!serverFacts) return node;
  const variables = [...serverFacts].map(([name, value]) => [String(name), value] as const);
  return {
    ...node,
    serverFacts: serverFacts.merge(Hash.of({ environment })),
    parameters: new Map([...variables.filter(([name]) => name !== "environment"), ...parameters]),
  };
}

function checker(
  { modulepath, manifest }: Environment,
  { strict, tasks = false }: LanguageSettings,
): CompileInput["check"] {
  return (program) => check(program, { strict, tasks, modulepath, manifest });
}
