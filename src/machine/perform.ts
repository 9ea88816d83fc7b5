import { dirname } from "node:path";
import type { LogLevel } from "../diagnostics/log.ts";
import { digestOf } from "./digest.ts";
import type { DigestKind, Machine } from "./machine.ts";
import { unmasked } from "./masked.ts";
import { didNotReturn, INTERRUPTED_COMMAND, performRun } from "./perform-run.ts";
import type {
  BackupStep,
  ChownStep,
  Download,
  MkdirStep,
  SayStep,
  Speaker,
  Step,
  SymlinkStep,
  WriteStep,
} from "./step.ts";
import { AccountMissing, isSystemError, systemMessage } from "./system-error.ts";

/** What doing a step needs besides the machine: the resource's voice. */
export interface Voice {
  /** Say a line; without a speaker in the name of the state being changed. */
  say(level: LogLevel, message: string, speaker?: Speaker): void;
  /** Aborted when the run is to end: what failed is not tried again. */
  readonly asked?: AbortSignal | undefined;
  /** Aborted when the grace is over: commands that can be stopped are. */
  readonly cut?: AbortSignal | undefined;
  /** The level of the resource's own messages. */
  readonly level: LogLevel;
}

type Performers = {
  readonly [K in Step["kind"]]: (
    step: Extract<Step, { kind: K }>,
    machine: Machine,
    voice: Voice,
  ) => void | Promise<void>;
};

const performers: Performers = {
  run: performRun,
  write: performWrite,
  mkdir: performMkdir,
  symlink: performSymlink,
  remove: ({ path, tree }, machine) => (tree ? machine.removeTree(path) : machine.unlink(path)),
  chmod: ({ path, mode }, machine) => machine.chmod(path, mode),
  chown: performChown,
  backup: performBackup,
  say: performSay,
};

/** Do one step; throws with words for people when it fails. */
export async function perform(step: Step, machine: Machine, voice: Voice): Promise<void> {
  const performer = performers[step.kind] as (
    step: Step,
    machine: Machine,
    voice: Voice,
  ) => void | Promise<void>;
  await performer(step, machine, voice);
}

async function performWrite(step: WriteStep, machine: Machine, voice: Voice): Promise<void> {
  const { path, content, mode, staging, validate } = step;
  const uid = userId(machine, step.owner);
  const gid = groupId(machine, step.group);
  const check =
    validate === undefined
      ? undefined
      : (temporary: string) => checkFile(validate, temporary, machine, voice);
  const fetched = "download" in content ? await downloaded(content, machine) : content;
  try {
    await machine.replaceFile(path, { content: fetched, mode, uid, gid, staging, check });
  } catch (error) {
    throw step.blame === undefined ? error : blamed(step.blame, error, voice);
  }
}

/** What Puppet says when a record file cannot be written, with Ruby's name of the call that failed. */
function blamed(blame: string, error: unknown, voice: Voice): Error {
  const words = systemMessage(error);
  const message = blame + (isSystemError(error) ? words.replace(" - /", " @ rb_sysopen - /") : words);
  voice.say("err", message, "nobody");
  return new Error(message, { cause: error });
}

/** The bytes of a file on a web server; fails unless they are those announced. */
async function downloaded({ download, sum }: Download, machine: Machine): Promise<Uint8Array> {
  const { status, body } = await machine.askWeb(download, "GET");
  if (status < 200 || status > 299)
    throw new Error(`Could not fetch ${download}: the server answers ${status}`);
  const [, kind, announced] = /^\{(md5|sha1|sha224|sha256|sha384|sha512)\}(.*)$/.exec(sum ?? "") ?? [];
  if (kind === undefined) return body;
  const found = digestOf(body, kind as DigestKind);
  if (found === announced) return body;
  throw new Error(
    `File written to disk did not match desired checksum; discarding changes ({${kind}}${found} vs ${sum})`,
  );
}

async function checkFile(
  { command, placeholder }: NonNullable<WriteStep["validate"]>,
  path: string,
  machine: Machine,
  voice: Voice,
): Promise<void> {
  const line = command.replaceAll(placeholder, path);
  const result = await machine.run({
    argv: ["/bin/sh", "-c", line],
    env: { LANG: "C", LC_ALL: "C" },
    signal: voice.cut,
  });
  if (result.interrupted) throw new Error(INTERRUPTED_COMMAND);
  if (result.code !== 0) throw didNotReturn(line, result);
  for (const text of result.output.split("\n").filter((t) => t !== "")) voice.say("debug", text);
}

function performMkdir({ path, mode }: MkdirStep, machine: Machine): void {
  const parent = dirname(path);
  if (machine.stat(parent) === undefined) {
    throw new Error(`Cannot create ${path}; parent directory ${parent} does not exist`);
  }
  machine.mkdir(path, mode);
}

function performSymlink({ target, path }: SymlinkStep, machine: Machine): void {
  if (machine.lstat(path) !== undefined) throw new Error("Could not remove existing file");
  try {
    machine.symlink(target, path);
  } catch (error) {
    if (isSystemError(error)) error.path = error.code === "ENOENT" ? dirname(path) : path;
    throw error;
  }
}

function performChown({ path, owner, group, follow }: ChownStep, machine: Machine): void {
  const uid = userId(machine, owner);
  const gid = groupId(machine, group);
  try {
    machine.chown(path, uid, gid, follow);
  } catch (error) {
    const [what, to] = uid === undefined ? ["group", gid] : ["owner", uid];
    throw new Error(`Failed to set ${what} to '${to}': ${systemMessage(error)}`, { cause: error });
  }
}

function performBackup({ from, to }: BackupStep, machine: Machine, voice: Voice): void {
  const leadsNowhere = machine.stat(from) === undefined;
  if (leadsNowhere) return;
  const old = machine.lstat(to);
  if (old?.kind === "directory") throw new Error(`Will not remove directory backup ${to}; use a filebucket`);
  if (old !== undefined) {
    voice.say("info", `Removing old backup of type ${old.kind}`, "resource");
    machine.unlink(to);
  }
  try {
    machine.copy(from, to);
  } catch (error) {
    throw new Error(`Could not back ${from} up: ${systemMessage(error)}`, { cause: error });
  }
}

function performSay({ message, level, speaker }: SayStep, _machine: Machine, voice: Voice): void {
  voice.say(level ?? voice.level, unmasked(message), speaker);
}

/** The number of a user given by name or number; undefined stays undefined. */
export function userId(machine: Machine, user: string | number | undefined): number | undefined {
  if (user === undefined || typeof user === "number") return user;
  const uid = /^\d+$/.test(user) ? Number(user) : machine.uidOf(user);
  if (uid === undefined) throw new AccountMissing(`Could not find user ${user}`);
  return uid;
}

/** The number of a group given by name or number; undefined stays undefined. */
export function groupId(machine: Machine, group: string | number | undefined): number | undefined {
  if (group === undefined || typeof group === "number") return group;
  const gid = /^\d+$/.test(group) ? Number(group) : machine.gidOf(group);
  if (gid === undefined) throw new AccountMissing(`Could not find group ${group}`);
  return gid;
}
