import { dirname } from "node:path";
import type { Machine } from "../../machine/machine.ts";
import { runWith, type Step, type WriteStep } from "../../machine/step.ts";
import { accountFiles } from "../account-files.ts";
import type { AnyProvider, AnyWanted } from "../define.ts";
import { plainFiles } from "../records/plain-file.ts";
import {
  changedRecord,
  type FoundRecord,
  type RecordSpec,
  readRecord,
  recordProvider,
  surveyed,
} from "../records/record-provider.ts";
import { keyLines } from "./key-lines.ts";
import { NO_OPTIONS } from "./ssh-authorized-key.ts";

const spec: RecordSpec = {
  name: "parsed",
  format: keyLines,
  place: plainFiles(),
  target: "",
  states: ["type", "key", "options"],
};

interface Found extends FoundRecord {
  /** Why the file cannot be written in this user's name, or by root. */
  readonly trouble: string | undefined;
  readonly gid: number | undefined;
}

/** Keys in the authorized_keys of users. */
export const authorizedKeys: AnyProvider = {
  ...recordProvider(spec),
  async survey(wanted, machine) {
    return surveyed(spec, await Promise.all(wanted.map((one) => placed(one, machine))), machine);
  },
  expect: (wanted, machine) => placed(wanted, machine),
  async read(wanted, machine, around) {
    const found = await readRecord(spec, wanted, machine, around);
    const user = wanted.user as string | undefined;
    return {
      ...found,
      options: found.located?.fields.options ?? NO_OPTIONS,
      trouble: troubleOf(wanted, machine),
      gid: user === undefined ? undefined : machine.gidOf(user),
    };
  },
  flush(changed, wanted, is) {
    const { trouble, gid, ...found } = is as unknown as Found;
    if (trouble !== undefined) throw new Error(trouble);
    const steps = changedRecord(spec, changed, wanted, found as FoundRecord);
    return steps.map((step) => (step.kind === "write" ? writtenFor(step, wanted, gid) : step));
  },
  instances: async () => [],
};

/** The resource with the file that its key is in: the user's own when it names none. */
async function placed(wanted: AnyWanted, machine: Machine): Promise<AnyWanted> {
  const { target, user } = wanted;
  if (target !== undefined && target !== "absent") return wanted;
  const account = await accountFiles(machine).user(String(user), false);
  return { ...wanted, target: account && `${account.home}/.ssh/authorized_keys` };
}

function troubleOf({ user, target, drop_privileges }: AnyWanted, machine: Machine): string | undefined {
  if (typeof user !== "string") return "Cannot write SSH authorized keys without user";
  if (machine.uidOf(user) === undefined && !/^\d+$/.test(user)) return `User '${user}' does not exist`;
  if (drop_privileges === false && !isTrusted(String(target), machine))
    return "drop_privileges is false but the target path is not trusted";
  return undefined;
}

/** Nobody but this user can put a file, or a link, where this path leads. */
function isTrusted(target: string, machine: Machine): boolean {
  for (let at = dirname(target); at !== "/"; at = dirname(at)) {
    const stat = machine.stat(at);
    if (stat === undefined || stat.uid !== machine.uid || (stat.mode & 0o022) !== 0) return false;
    if (machine.lstat(at)?.kind === "link") return false;
  }
  return true;
}

/** A user's file is written by the user, whose own links must not lead root astray; else by root, for the user. */
function writtenFor(
  step: WriteStep,
  { user, target, drop_privileges }: AnyWanted,
  gid: number | undefined,
): Step {
  const owner = String(user);
  if (drop_privileges === false) return { ...step, mode: 0o600, owner, group: gid };
  const content = Buffer.from(step.content as Uint8Array).toString("base64");
  const path = step.path === target ? String(target) : step.path;
  const called = `write ${path} as ${owner}`;
  return runWith({ user: owner, input: content, called }, "/bin/sh", "-c", WRITE_AS_USER, "sh", path);
}

/**
 * Put standard input (in base64) in place of a file with mode 0600, making its directory with 0700. Where no file can be
 * made beside it, the file is written in place.
 */
const WRITE_AS_USER = `set -e
umask 077
file=$1 dir=\${1%/*}
[ -e "$dir" ] || mkdir -m 700 -- "$dir"
if [ -e "$file" ] && [ ! -w "$file" ]; then echo "Permission denied - $file"; exit 1; fi
if new=$(mktemp -- "$file.XXXXXXXX" 2>/dev/null); then
  trap 'rm -f -- "$new"' EXIT
  base64 -d > "$new"
  chmod 600 -- "$new"
  sync -- "$new"
  mv -fT -- "$new" "$file"
else
  base64 -d > "$file"
  chmod 600 -- "$file"
fi`;
