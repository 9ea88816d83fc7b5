import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { METAPARAMETERS } from "../../catalog/metaparameters.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { Log } from "../../diagnostics/log.ts";
import { type AutoloadFile, definitionFile, manifestCandidates } from "../../modules/autoload.ts";
import type { Environment } from "../../modules/environment.ts";
import type {
  Definition,
  FunctionDefinition,
  HostClassDefinition,
  Program,
  ResourceTypeDefinition,
  TypeAlias,
  TypeDefinition,
} from "../../syntax/ast.ts";
import { builtinTypeOrigin } from "../../types/builtin-types.ts";
import type { Definitions, FoundNode } from "../definitions.ts";
import { NodeTable } from "./node-table.ts";
import { failOnBuiltin, failOnEntity, failOnTaken } from "./redefinition.ts";
import { checkSoleDefinition } from "./sole-definition.ts";

/** Read, parse and check a file of the Puppet language; fails when it is wrong. */
export type ReadProgram = (file: string) => Program;

/** Definitions of the manifests added so far and, when asked for, of the files where an autoloader would look. */
export class LoadedDefinitions implements Definitions {
  readonly #environment: Environment;
  readonly #read: ReadProgram;
  readonly #log: Log;
  readonly #classes = new Map<string, HostClassDefinition>();
  readonly #defines = new Map<string, ResourceTypeDefinition>();
  readonly #functions = new Map<string, FunctionDefinition>();
  readonly #types = new Map<string, TypeAlias | TypeDefinition>();
  readonly #nodes = new NodeTable();
  readonly #modules = new Map<Definition, string>();
  readonly #loaded = new Set<string>();
  readonly #missing = new Set<string>();

  constructor(environment: Environment, read: ReadProgram, log: Log) {
    this.#environment = environment;
    this.#read = read;
    this.#log = log;
  }

  get hasNodes(): boolean {
    return this.#nodes.size > 0;
  }

  add(program: Program, moduleName = ""): void {
    for (const definition of program.definitions) {
      this.#modules.set(definition, moduleName);
      this.#define(definition);
    }
  }

  hostClass(name: string): HostClassDefinition | undefined {
    return (
      this.#classes.get(name) ?? this.#fromManifests(`class ${name}`, name, () => this.#classes.get(name))
    );
  }

  resourceType(name: string): ResourceTypeDefinition | undefined {
    return (
      this.#defines.get(name) ?? this.#fromManifests(`define ${name}`, name, () => this.#defines.get(name))
    );
  }

  function(name: string): FunctionDefinition | undefined {
    return this.#functions.get(name) ?? this.#fromFile("functions", name, () => this.#functions.get(name));
  }

  knownFunction(name: string): FunctionDefinition | undefined {
    return this.#functions.get(name);
  }

  typeAlias(name: string): TypeAlias | TypeDefinition | undefined {
    return this.#types.get(name) ?? this.#fromFile("types", name, () => this.#types.get(name));
  }

  node(name: string): FoundNode | undefined {
    return this.#nodes.find(name.toLowerCase());
  }

  moduleName(definition: Definition): string {
    return this.#modules.get(definition) ?? "";
  }

  names(kind: "class" | "define" | "function" | "type"): Iterable<string> {
    const loaded = {
      class: this.#classes,
      define: this.#defines,
      function: this.#functions,
      type: this.#types,
    };
    return new Set([...loaded[kind].keys(), ...definableNames(kind, this.#environment)]);
  }

  #define(definition: Definition): void {
    const { kind } = definition;
    if (kind === "HostClassDefinition") this.#defineClass(definition);
    else if (kind === "ResourceTypeDefinition") this.#defineType(definition);
    else if (kind === "NodeDefinition") this.#nodes.add(definition, (name) => this.#classes.get(name));
    else if (kind === "FunctionDefinition") defineEntity(this.#functions, definition, "function");
    else if (kind === "TypeAlias" || kind === "TypeDefinition") defineEntity(this.#types, definition, "type");
  }

  #defineClass(definition: HostClassDefinition): void {
    const name = definition.name.toLowerCase();
    checkParameterNames(definition, this.#log);
    const [first, node, define] = [this.#classes.get(name), this.#nodes.named(name), this.#defines.get(name)];
    if (first) failOnTaken(`Class '${name}' is already defined`, "cannot redefine", first, definition);
    if (node)
      failOnTaken(`Node '${name}' is already defined`, "cannot be redefined as a class", node, definition);
    if (define) {
      failOnTaken(
        `Definition '${name}' is already defined`,
        "cannot be redefined as a class",
        define,
        definition,
      );
    }
    this.#classes.set(name, definition);
  }

  #defineType(definition: ResourceTypeDefinition): void {
    const name = definition.name.toLowerCase();
    checkParameterNames(definition, this.#log);
    const [first, taken] = [this.#defines.get(name), this.#classes.get(name)];
    if (first) failOnEntity("type", name, first);
    if (taken) {
      const consequence = "as a class; cannot redefine as a definition";
      failOnTaken(`'${name}' is already defined`, consequence, taken, definition, " ");
    }
    this.#defines.set(name, definition);
  }

  /** Load manifests of the module one by one until they define what is looked for. */
  #fromManifests<T>(key: string, name: string, found: () => T | undefined): T | undefined {
    if (this.#missing.has(key)) return undefined;
    for (const candidate of manifestCandidates(name, this.#environment)) {
      this.#load(candidate);
      const definition = found();
      if (definition) return definition;
    }
    this.#missing.add(key);
    return undefined;
  }

  /** Functions and types have a file of their own; a manifest of the module may hold them, too. */
  #fromFile<T>(folder: "functions" | "types", name: string, found: () => T | undefined): T | undefined {
    const key = `${folder} ${name}`;
    if (this.#missing.has(key)) return undefined;
    const file = definitionFile(folder, name, this.#environment);
    if (!file) return this.#isDefine(folder, name) ? undefined : this.#fromManifests(key, name, found);
    this.#load(file, (program) => checkSoleDefinition(program, folder, name, file.file));
    const definition = found();
    if (!definition) this.#missing.add(key);
    return definition;
  }

  /** A type name that is known as a defined type's is not looked for any further. */
  #isDefine(folder: "functions" | "types", name: string): boolean {
    return folder === "types" && this.#defines.has(name);
  }

  #load({ file, moduleName }: AutoloadFile, check?: (program: Program) => void): void {
    if (this.#loaded.has(file)) return;
    const program = this.#read(file);
    check?.(program);
    this.#loaded.add(file);
    this.add(program, moduleName);
  }
}

function defineEntity<T extends Definition & { readonly name: string }>(
  table: Map<string, T>,
  definition: T,
  kind: "function" | "type",
): void {
  const name = definition.name.toLowerCase();
  const first = table.get(name);
  const origin = kind === "type" ? builtinTypeOrigin(name) : undefined;
  if (origin !== undefined) failOnBuiltin(name, origin, definition);
  if (first) failOnEntity(kind, name, first);
  table.set(name, definition);
}

const FOLDERS = { class: "manifests", define: "manifests", function: "functions", type: "types" } as const;

/** The names that files of modules promise to define, without reading them; only asked for when a name is wrong. */
export function* definableNames(kind: keyof typeof FOLDERS, environment: Environment): Iterable<string> {
  for (const module of environment.modules()) {
    const root = join(module.path, FOLDERS[kind]);
    if (!existsSync(root)) continue;
    for (const file of readdirSync(root, { recursive: true }) as string[]) {
      if (!file.endsWith(".pp")) continue;
      const parts = file.slice(0, -3).split("/");
      yield file === "init.pp" ? module.name : [module.name, ...parts].join("::");
    }
  }
}

/** Parameters named like a metaparameter cannot be told from it: with a default they are doubtful, without one wrong. */
export function checkParameterNames(
  definition: HostClassDefinition | ResourceTypeDefinition,
  log: Log,
): void {
  for (const { name, value } of definition.parameters) {
    if (!METAPARAMETERS.has(name)) continue;
    const where = `in the ${definition.name} definition`;
    if (!value) {
      fail("METAPARAMETER_NAME", `${name} is a metaparameter; please choose another parameter name ${where}`);
    }
    const message = `${name} is a metaparam; this value will inherit to all contained resources ${where}`;
    log({ level: "warning", message });
  }
}
