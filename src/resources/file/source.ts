import type { FileStat } from "../../machine/file-stat.ts";
import type { Machine } from "../../machine/machine.ts";
import { systemMessage } from "../../machine/system-error.ts";
import type { Surroundings } from "../surroundings.ts";

/** A source that is there. */
export interface FoundSource {
  /** As declared, e.g. `puppet:///modules/ntp/ntp.conf`. */
  readonly source: string;
  readonly path: string;
  readonly stat: FileStat;
}

interface Sources {
  readonly source: readonly string[] | undefined;
  readonly links: "follow" | "manage";
}

/** The first source that is there; fails in Puppet's words when none is. */
export function firstSource(
  { source = [], links }: Sources,
  machine: Machine,
  around: Surroundings,
): FoundSource {
  for (const one of source) {
    const found = lookAt(one, links, machine, around);
    if (found !== undefined) return found;
  }
  throw noSource(source, around);
}

/** What is said when none of the sources is there. */
export function noSource(source: readonly string[], { environment }: Surroundings): Error {
  return new Error(
    `Could not retrieve information from environment ${environment} source(s) ${source.join(", ")}`,
  );
}

/** Kinds that can be copied: reading a pipe would wait for somebody to write to it. */
const READABLE: ReadonlySet<string> = new Set(["file", "directory", "link"]);

/** A source if it is there. */
export function lookAt(
  source: string,
  links: "follow" | "manage",
  machine: Machine,
  around: Surroundings,
): FoundSource | undefined {
  const path = pathOf(source, around);
  if (path === undefined) return undefined;
  try {
    const stat = links === "manage" ? machine.lstat(path) : machine.stat(path);
    if (stat === undefined) return undefined;
    if (!READABLE.has(stat.kind)) throw new Error(`Cannot manage files of type ${stat.kind}`);
    return { source, path, stat };
  } catch (error) {
    throw new Error(`Could not retrieve file metadata for ${source}: ${systemMessage(error)}`, {
      cause: error,
    });
  }
}

/** Where a source is on this machine: without a server only `file:` and files of modules are. */
function pathOf(source: string, around: Surroundings): string | undefined {
  if (source.startsWith("file:")) return decoded(source.replace(/^file:(\/\/[^/]*)?/, ""));
  const [, module, rest] = /^puppet:\/\/[^/]*\/modules\/([^/]+)(?:\/(.*))?$/.exec(source) ?? [];
  if (module !== undefined) {
    const directory = around.modulePath(module);
    return directory === undefined ? undefined : inside(`${directory}/files`, decoded(rest ?? ""));
  }
  return undefined;
}

/** A path that stays within a module's files. */
function inside(directory: string, rest: string): string | undefined {
  if (rest.split("/").includes("..")) return undefined;
  return rest === "" ? directory : `${directory}/${rest}`;
}

/** Puppet takes sources as they are written: only a percent sign and what it encodes is undone, if it can be. */
function decoded(path: string): string {
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
