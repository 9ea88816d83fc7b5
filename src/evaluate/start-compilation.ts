import type { DeclaredCatalog } from "../catalog/declared-catalog.ts";
import type { DeclaredResource } from "../catalog/declared-resource.ts";
import type { Log } from "../diagnostics/log.ts";
import type { Hiera } from "../hiera/hiera.ts";
import type { Environment } from "../modules/environment.ts";
import type { Compilation, CompiledNode } from "./compilation.ts";
import type { Definitions } from "./definitions.ts";
import type { Handlers } from "./evaluate.ts";
import type { FunctionTable } from "./function-table.ts";
import { type BuiltinFunctions, LoadedFunctions } from "./functions/table.ts";
import { handlers } from "./handlers.ts";
import { Scope } from "./scope.ts";
import type { LanguageSettings } from "./settings.ts";
import type { TemplateEngine } from "./template-engine.ts";
import type { TypeTable } from "./type-table.ts";
import { LoadedTypes } from "./types/table.ts";

/** What a compilation has from Ruby. */
export interface RubyParts {
  /** Told of each compilation before anything of it is evaluated. */
  begin(compilation: Compilation): void;
  readonly templates: TemplateEngine;
  /** Functions that modules and the environment bring. */
  readonly functions: Pick<BuiltinFunctions, "find">;
}

/** What a compilation is made of. */
export interface CompilationParts {
  readonly node: CompiledNode;
  readonly environment: Environment;
  readonly settings: LanguageSettings;
  readonly log: Log;
  readonly holdsSecret?: ((text: string) => boolean) | undefined;
  readonly definitions: Definitions;
  readonly catalog: DeclaredCatalog;
  readonly hiera: Hiera;
  readonly builtins: BuiltinFunctions;
  /** What modules bring in Ruby; undefined where there is no Ruby. */
  readonly ruby?: RubyParts | undefined;
  /** Class[main], which code outside of classes belongs to. */
  readonly main?: DeclaredResource | undefined;
  readonly goOn?: (() => void) | undefined;
}

/** A compilation with nothing evaluated yet. */
export function startCompilation(parts: CompilationParts): Compilation {
  return new StartedCompilation(parts);
}

class StartedCompilation implements Compilation {
  readonly node: CompiledNode;
  readonly environment: Environment;
  readonly settings: LanguageSettings;
  readonly log: Log;
  readonly holdsSecret: ((text: string) => boolean) | undefined;
  readonly definitions: Definitions;
  readonly functions: FunctionTable;
  readonly types: TypeTable;
  readonly catalog: DeclaredCatalog;
  readonly hiera: Hiera;
  readonly topScope: Scope;
  readonly handlers: Handlers = handlers;
  readonly classScopes = new Map<string, Scope>();
  readonly templates: TemplateEngine | undefined;
  readonly goOn: (() => void) | undefined;
  nodeScope: Scope | undefined;

  constructor(parts: CompilationParts) {
    this.node = parts.node;
    this.environment = parts.environment;
    this.settings = parts.settings;
    this.log = parts.log;
    this.holdsSecret = parts.holdsSecret;
    this.definitions = parts.definitions;
    this.catalog = parts.catalog;
    this.hiera = parts.hiera;
    this.templates = parts.ruby?.templates;
    this.functions = new LoadedFunctions(parts.builtins, () => this, parts.ruby?.functions);
    this.goOn = parts.goOn;
    this.types = new LoadedTypes(() => this);
    this.topScope = new Scope(this, undefined, parts.main);
    parts.ruby?.begin(this);
  }
}
