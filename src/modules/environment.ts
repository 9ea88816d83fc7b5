import type { Given } from "../settings/setting.ts";

/** A module found on the modulepath. */
export interface Module {
  readonly name: string;
  /** The module's own directory, absolute. */
  readonly path: string;
  /** Parsed metadata.json, or undefined when there is none. */
  readonly metadata: Readonly<Record<string, unknown>> | undefined;
  /** The module's hiera.yaml when it is not the one in its directory; it need not exist. */
  readonly hieraConfig?: string | undefined;
}

/** A directory environment (or the site itself): what can be loaded by name, and from where. */
export interface Environment {
  readonly name: string;
  /** The environment's own directory (hiera.yaml, environment.conf, functions/, types/), when there is one. */
  readonly path: string | undefined;
  readonly modulepath: readonly string[];
  /** Manifest file or directory; undefined when there is none. */
  readonly manifest: string | undefined;
  /** The command whose output is the catalog's version, when there is one. */
  readonly configVersion?: string | undefined;
  /** Puppet's settings as the environment has them. */
  readonly settings?: ReadonlyMap<string, Given> | undefined;
  module(name: string): Module | undefined;
  modules(): readonly Module[];
}
