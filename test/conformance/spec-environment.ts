import { DirectoryEnvironment, type EnvironmentParts } from "../../src/modules/directory-environment.ts";
import type { Module } from "../../src/modules/environment.ts";
import { DirectoryModule } from "../../src/modules/module-scan.ts";
import type { Hash } from "../../src/values/hash.ts";

/** An environment in which a suite says of some modules where their hiera.yaml is, or that they have none. */
export class SpecEnvironment extends DirectoryEnvironment {
  readonly #hiera: Hash;

  constructor(parts: EnvironmentParts, hiera: Hash) {
    super(parts);
    this.#hiera = hiera;
  }

  override module(name: string): Module | undefined {
    const module = super.module(name);
    const config = this.#hiera.get(name);
    if (!module || config === undefined) return module;
    return new ModuleOfSuite(module, config === null ? "/nonexistent/hiera.yaml" : String(config));
  }
}

class ModuleOfSuite extends DirectoryModule {
  readonly hieraConfig: string;

  constructor({ name, path }: Module, hieraConfig: string) {
    super(name, path);
    this.hieraConfig = hieraConfig;
  }
}
