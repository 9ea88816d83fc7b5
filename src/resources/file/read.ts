import type { FileStat } from "../../machine/file-stat.ts";
import type { Machine } from "../../machine/machine.ts";
import { systemMessage } from "../../machine/system-error.ts";
import type { Surroundings } from "../surroundings.ts";
import { sumOfFile } from "./content.ts";
import type { WantedFile } from "./expect.ts";
import { pathOf } from "./path-of.ts";

/** A file as found; `stat` is what stands at the path, if anything. */
export interface FoundFile {
  readonly ensure: string;
  readonly content?: string | undefined;
  readonly target?: string | undefined;
  readonly owner?: string | undefined;
  readonly group?: string | undefined;
  /** Octal, without leading zeros. */
  readonly mode?: string | undefined;
  readonly stat: FileStat | undefined;
}

/** Look at a file; its contents are summed up only when contents are wanted. */
export function readFile(wanted: WantedFile, machine: Machine, around: Surroundings): FoundFile {
  const path = pathOf(wanted);
  if (typeof wanted.backup === "string" && !wanted.backup.startsWith(".")) {
    around.say("debug", `There is no filebucket ${wanted.backup} without a server: no backup will be made`);
  }
  const stat = look(path, wanted.links, machine, around);
  if (stat === undefined) return { ensure: "absent", content: "absent", target: "absent", stat };
  return {
    stat,
    ensure: stat.kind,
    content: contentFound(wanted, path, stat, machine, around),
    target: stat.kind === "link" ? machine.readlink(path) : "notlink",
    owner: wanted.owner === undefined ? undefined : (machine.userOf(stat.uid) ?? String(stat.uid)),
    group: wanted.group === undefined ? undefined : (machine.groupOf(stat.gid) ?? String(stat.gid)),
    mode: stat.mode.toString(8),
  };
}

function look(
  path: string,
  links: WantedFile["links"],
  machine: Machine,
  around: Surroundings,
): FileStat | undefined {
  try {
    return links === "follow" ? machine.stat(path) : machine.lstat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    around.say("warning", "Could not stat; permission denied");
    return undefined;
  }
}

function contentFound(
  { content, checksum, ensure }: WantedFile,
  path: string,
  stat: FileStat,
  machine: Machine,
  around: Surroundings,
): string | undefined {
  if (content === undefined) return undefined;
  if (stat.kind === "file") return summed(path, stat, checksum, machine);
  if (ensure === "present") {
    around.say(
      "warning",
      `Ensure set to :present but file type is ${stat.kind} so no content will be synced`,
    );
  }
  return undefined;
}

function summed(path: string, stat: FileStat, checksum: WantedFile["checksum"], machine: Machine): string {
  try {
    return sumOfFile(path, stat, checksum, machine);
  } catch (error) {
    throw new Error(`Could not read ${stat.kind} ${path}: ${systemMessage(error)}`, { cause: error });
  }
}
