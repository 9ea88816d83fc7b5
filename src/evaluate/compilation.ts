import type { DeclaredCatalog } from "../catalog/declared-catalog.ts";
import type { Log } from "../diagnostics/log.ts";
import type { Hiera } from "../hiera/hiera.ts";
import type { Environment } from "../modules/environment.ts";
import type { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import type { Definitions } from "./definitions.ts";
import type { Handlers } from "./evaluate.ts";
import type { FunctionTable } from "./function-table.ts";
import type { Scope } from "./scope.ts";
import type { LanguageSettings } from "./settings.ts";
import type { TemplateEngine } from "./template-engine.ts";
import type { TypeTable } from "./type-table.ts";

/** The machine a catalog is compiled for, as its manifests see it. */
export interface CompiledNode {
  /** The certname. */
  readonly name: string;
  /** `$facts`, lazily collected; each is a top-scope variable too. */
  readonly facts: Hash;
  readonly trusted: Hash;
  readonly serverFacts: Hash | undefined;
  /** Further top-scope variables (from an external node classifier or the caller). */
  readonly parameters: ReadonlyMap<string, Value>;
}

/** Everything one compilation knows; made once, handed to every scope. */
export interface Compilation {
  readonly node: CompiledNode;
  readonly environment: Environment;
  readonly settings: LanguageSettings;
  readonly log: Log;
  /** Classes, defines, nodes and Puppet-language functions: loaded from manifests and autoloaded from modules. */
  readonly definitions: Definitions;
  /** Every callable function by name. */
  readonly functions: FunctionTable;
  /** Every data type and alias by name. */
  readonly types: TypeTable;
  readonly catalog: DeclaredCatalog;
  readonly hiera: Hiera;
  readonly topScope: Scope;
  /** Whether a text has something decrypted in it; undefined where nothing is decrypted. */
  readonly holdsSecret?: ((text: string) => boolean) | undefined;
  /** The table `evaluate` walks: what each kind of node means. */
  readonly handlers: Handlers;
  /** The scopes of the classes evaluated so far, by lower-case name, for `$a::b`. */
  readonly classScopes: Map<string, Scope>;
  /** When compiling must be over, in milliseconds as `performance.now()` counts; undefined: whenever. */
  /** What renders ERB templates; undefined where there is no Ruby. */
  readonly templates?: TemplateEngine | undefined;
  /** Fails when compiling is to end, as after a signal; asked at every call. */
  readonly goOn?: (() => void) | undefined;
  /** Where `$name` of code outside nodes looks first: the node scope once a node definition was evaluated. */
  nodeScope: Scope | undefined;
}
