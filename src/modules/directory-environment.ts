import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import type { Log } from "../diagnostics/log.ts";
import type { Given } from "../settings/setting.ts";
import type { Environment, Module } from "./environment.ts";
import { type CommonConf, type EnvironmentConf, readEnvironmentConf } from "./environment-conf.ts";
import { DirectoryModule, findModule, scanModules } from "./module-scan.ts";

/** What an environment is made of when it is not read from a directory. */
export interface EnvironmentParts {
  readonly name: string;
  readonly path?: string | undefined;
  readonly modulepath: readonly string[];
  readonly manifest?: string | undefined;
  readonly configVersion?: string | undefined;
  readonly settings?: ReadonlyMap<string, Given> | undefined;
  /** Told what is doubtful about the files of the environment. */
  readonly log?: Log | undefined;
}

/** What the settings and the command line say about environments. */
export interface EnvironmentOptions extends CommonConf {
  /** Replaces the environment's own modulepath. */
  readonly modulepath?: readonly string[] | undefined;
  /** Replaces the environment's own manifest. */
  readonly manifest?: string | undefined;
  /** Told what is doubtful about the files of the environment. */
  readonly log?: Log | undefined;
}

/** An environment on the disk; modules are looked for by name and the modulepath is listed only when all are asked for. */
export class DirectoryEnvironment implements Environment {
  readonly name: string;
  readonly path: string | undefined;
  readonly modulepath: readonly string[];
  readonly manifest: string | undefined;
  readonly configVersion: string | undefined;
  readonly settings: ReadonlyMap<string, Given>;
  readonly #log: Log | undefined;
  readonly #found = new Map<string, Module | undefined>();
  #all: readonly Module[] | undefined;

  constructor(parts: EnvironmentParts) {
    this.name = parts.name;
    this.path = parts.path;
    this.modulepath = parts.modulepath.map((directory) => resolve(directory));
    this.manifest = parts.manifest;
    this.configVersion = parts.configVersion;
    this.settings = parts.settings ?? settingsWithout(this.modulepath);
    this.#log = parts.log;
  }

  module(name: string): Module | undefined {
    if (!this.#found.has(name)) this.#found.set(name, findModule(name, this.modulepath, this.#log));
    return this.#found.get(name);
  }

  modules(): readonly Module[] {
    this.#all ??= [...scanModules(this.modulepath)].map(([name, path]) => this.#remembered(name, path));
    return this.#all;
  }

  #remembered(name: string, path: string): Module {
    const module = this.#found.get(name) ?? new DirectoryModule(name, path, this.#log);
    this.#found.set(name, module);
    return module;
  }
}

/** The environment in a directory: its environment.conf, `modules` and `manifests`. */
export function directoryEnvironment(
  name: string,
  path: string,
  options: EnvironmentOptions = {},
): Environment {
  const directory = resolve(path);
  const conf: EnvironmentConf = readEnvironmentConf(directory, options);
  for (const message of conf.warnings) options.log?.({ level: "warning", message });
  return new DirectoryEnvironment({
    name,
    path: directory,
    modulepath: options.modulepath ?? conf.modulepath,
    manifest: options.manifest ?? existing(conf.manifest),
    configVersion: conf.configVersion,
    settings: new Map([...conf.given, ...pathsOf(conf)]),
    log: options.log,
  });
}

/** Puppet's settings of an environment that is no directory. */
function settingsWithout(modulepath: readonly string[]): ReadonlyMap<string, Given> {
  const there = modulepath.filter((directory) => existsSync(directory));
  return new Map([
    ["modulepath", { value: there.join(delimiter) }],
    ["manifest", { value: "no_manifest" }],
  ]);
}

function pathsOf({ modulepath, manifest, configVersion }: EnvironmentConf): [string, Given][] {
  return [
    ["modulepath", { value: modulepath.join(delimiter) }],
    ["manifest", { value: manifest }],
    ["config_version", { value: configVersion ?? "" }],
  ];
}

/** The environment of a name under one of the directories of `environmentpath`; undefined when none has it. */
export function findEnvironment(
  name: string,
  environmentpath: readonly string[],
  options: EnvironmentOptions = {},
): Environment | undefined {
  if (!/^\w+$/.test(name)) return undefined;
  const path = environmentpath
    .map((directory) => join(directory, name))
    .find((directory) => existsSync(directory));
  return path === undefined ? undefined : directoryEnvironment(name, path, options);
}

function existing(manifest: string): string | undefined {
  return existsSync(manifest) ? manifest : undefined;
}
