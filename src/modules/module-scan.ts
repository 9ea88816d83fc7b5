import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "../diagnostics/log.ts";
import { readRegularText } from "../source/read-file.ts";
import type { Module } from "./environment.ts";

const NAME = /^[a-z][a-z0-9_]*$/;

/** A module in a directory; its metadata is read when somebody asks. */
export class DirectoryModule implements Module {
  readonly name: string;
  readonly path: string;
  readonly #log: Log | undefined;
  #metadata: { value: Readonly<Record<string, unknown>> | undefined } | undefined;

  constructor(name: string, path: string, log?: Log) {
    this.name = name;
    this.path = path;
    this.#log = log;
  }

  get metadata(): Readonly<Record<string, unknown>> | undefined {
    this.#metadata ??= { value: readMetadata(this.name, join(this.path, "metadata.json"), this.#log) };
    return this.#metadata.value;
  }
}

/** The module of a name; the first directory of the modulepath that has one wins. */
export function findModule(name: string, modulepath: readonly string[], log?: Log): Module | undefined {
  if (!NAME.test(name)) return undefined;
  for (const directory of modulepath) {
    const path = join(directory, name);
    if (isDirectory(path)) return new DirectoryModule(name, path, log);
  }
  return undefined;
}

/** The names of all modules with their directories, in order of the modulepath and by name. */
export function scanModules(modulepath: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const directory of modulepath) {
    for (const name of childrenOf(directory)) {
      const path = join(directory, name);
      if (NAME.test(name) && !found.has(name) && isDirectory(path)) found.set(name, path);
    }
  }
  return found;
}

function childrenOf(directory: string): string[] {
  return existsSync(directory) && isDirectory(directory) ? readdirSync(directory).sort() : [];
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Metadata that cannot be read is as if it were not there, but not silently. */
function readMetadata(name: string, file: string, log?: Log): Readonly<Record<string, unknown>> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readRegularText(file)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${name} has an invalid and unparsable metadata.json file. The parse error: ${reason}`;
    log?.({ level: "warning", message });
    return undefined;
  }
}
