import { basename } from "node:path";
import type { CustomFacts } from "../facts/custom-facts.ts";
import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import { type FactFile, factFiles } from "./fact-files.ts";
import { isBuiltIn, NATIVE_FACTS } from "./native-facts.ts";
import type { RubyRuntime } from "./runtime.ts";

/** What facts of modules are worked out with. */
export interface RubyFactsOptions {
  readonly runtime: RubyRuntime;
  readonly folders: readonly string[];
  /** All facts, also those of modules. */
  readonly all: () => Hash;
  /** The facts that the program itself collects. */
  readonly core: () => Hash;
  readonly warn: (message: string) => void;
}

/** Facts that modules add in Ruby: a file is loaded when a fact that it may have is asked for. */
export class RubyFacts implements CustomFacts {
  readonly #options: RubyFactsOptions;
  readonly #files: readonly FactFile[];
  #made: readonly string[] | undefined;

  constructor(options: RubyFactsOptions) {
    this.#options = options;
    this.#files = factFiles(options.folders).filter(({ file }) => !isBuiltIn(basename(file)));
  }

  get names(): readonly string[] {
    return [...new Set(this.#files.flatMap(({ names }) => names))];
  }

  mayHave(name: string): boolean {
    return this.#files.some(({ patterns }) => patterns.some((pattern) => pattern.test(name)));
  }

  further(): readonly string[] {
    this.#made ??= this.#named();
    return this.#made;
  }

  value(name: string): Value | undefined {
    const native = NATIVE_FACTS.get(name);
    if (native !== undefined) return native();
    const files = this.#files.filter(
      ({ names, patterns }) => names.includes(name) || patterns.some((p) => p.test(name)),
    );
    return (
      this.#ask(
        "fact.value",
        name,
        files.map(({ file }) => file),
      ) ?? undefined
    );
  }

  #named(): readonly string[] {
    const files = this.#files.filter(({ patterns }) => patterns.length > 0).map(({ file }) => file);
    const names = files.length === 0 ? [] : this.#ask("fact.names", files);
    return Array.isArray(names) ? names.map(String) : [];
  }

  #ask(name: string, ...args: Value[]): Value {
    const { runtime, all, core, warn } = this.#options;
    const { facts } = runtime;
    // Within a compilation its facts are all there are.
    if (facts === NO_FACTS) runtime.facts = { all, core, warn };
    else runtime.facts = { ...facts, core, warn };
    return runtime.call(name, ...args);
  }
}

/** Facts to be asked about by name, for Ruby code outside of any compilation. */
export interface KnownFacts {
  all(): Hash;
  core(): Hash;
  warn(message: string): void;
}

export const NO_FACTS: KnownFacts = { all: () => Hash.empty, core: () => Hash.empty, warn: () => {} };
