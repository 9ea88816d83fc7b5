import type { Step, WriteStep } from "../../machine/step.ts";
import { write } from "../../machine/step.ts";
import type { WantedFile } from "./expect.ts";
import { bitsOf, forDirectory } from "./mode.ts";
import { pathOf } from "./path-of.ts";
import type { FoundFile } from "./read.ts";

const NEW_FILE_MODE = 0o644;
const NEW_DIRECTORY_MODE = 0o755;

/** The steps to what `ensure` says. */
export function ensureSteps(to: string, wanted: WantedFile, is: FoundFile): readonly Step[] {
  if (to === "absent") return removalSteps(wanted, is);
  if (to === "directory") return [...removalSteps(wanted, is), ...directorySteps(wanted)];
  if (to === "link") return linkSteps(wanted, is);
  return fileSteps(wanted, is);
}

/** The steps to a file with the wanted contents; an old file is whole until the new one takes its place. */
export function fileSteps(wanted: WantedFile, is: FoundFile): readonly Step[] {
  const isReplaced = ["file", "link", "fifo", "socket"].includes(is.ensure);
  const inTheWay = isReplaced ? backupSteps(wanted, is) : removalSteps(wanted, is);
  return [...inTheWay, writeStep(wanted, is)];
}

/** The steps to a link; whatever else is there makes way. */
export function linkSteps(wanted: WantedFile, is: FoundFile): readonly Step[] {
  if (wanted.target === undefined) throw new Error("Cannot create a symlink without a target");
  const link: Step = { kind: "symlink", target: wanted.target, path: pathOf(wanted) };
  return [...removalSteps(wanted, is), link, ...ownershipSteps(wanted)];
}

/** The step to the wanted owner or group. */
export function ownershipSteps(
  wanted: WantedFile,
  which: readonly ("owner" | "group")[] = ["owner", "group"],
): readonly Step[] {
  const owner = which.includes("owner") ? wanted.owner : undefined;
  const group = which.includes("group") ? wanted.group : undefined;
  if (owner === undefined && group === undefined) return [];
  return [{ kind: "chown", path: pathOf(wanted), owner, group, follow: wanted.links === "follow" }];
}

/** The step to the wanted permission bits. */
export function modeSteps(mode: string, wanted: WantedFile, is: FoundFile): readonly Step[] {
  const bits = bitsOf(mode, is.stat?.mode ?? NEW_FILE_MODE, is.ensure === "directory");
  return [{ kind: "chmod", path: pathOf(wanted), mode: bits }];
}

function writeStep(wanted: WantedFile, is: FoundFile): WriteStep {
  const { content, mode, owner, group, staging_location: staging, validate_cmd: command } = wanted;
  const current = is.ensure === "file" ? is.stat?.mode : undefined;
  const validate = command === undefined ? undefined : { command, placeholder: wanted.validate_replacement };
  const bytes = content?.bytes ?? new Uint8Array();
  return write(pathOf(wanted), "download" in bytes ? { ...bytes, sum: content?.sum } : bytes, {
    mode: mode === undefined ? undefined : bitsOf(mode, current ?? NEW_FILE_MODE, false),
    owner,
    group,
    staging,
    validate: content === undefined ? undefined : validate,
  });
}

function directorySteps(wanted: WantedFile): readonly Step[] {
  const mode =
    wanted.mode === undefined ? undefined : bitsOf(forDirectory(wanted.mode), NEW_DIRECTORY_MODE, true);
  return [{ kind: "mkdir", path: pathOf(wanted), mode }, ...ownershipSteps(wanted)];
}

function removalSteps(wanted: WantedFile, is: FoundFile): readonly Step[] {
  const path = pathOf(wanted);
  if (is.ensure === "absent") return [];
  if (["blockSpecial", "characterSpecial", "unknown"].includes(is.ensure)) {
    throw new Error(`Could not remove files of type ${is.ensure}`);
  }
  if (is.ensure !== "directory") return [...backupSteps(wanted, is), { kind: "remove", path, tree: false }];
  if (wanted.force) return [...backupSteps(wanted, is), { kind: "remove", path, tree: true }];
  const message = "Not removing directory; use 'force' to override";
  return [{ kind: "say", level: "notice", message, speaker: "resource" }];
}

/** A backup beside the file; buckets of a server there are none, and a name of one is left aside. */
function backupSteps({ backup, force, ...wanted }: WantedFile, is: FoundFile): readonly Step[] {
  const wantsCopy = typeof backup === "string" && backup.startsWith(".");
  const canBe = is.ensure === "file" || is.ensure === "link" || (is.ensure === "directory" && force);
  if (!wantsCopy || !canBe) return [];
  const from = wanted.path ?? wanted.name;
  return [{ kind: "backup", from, to: from + backup }];
}
