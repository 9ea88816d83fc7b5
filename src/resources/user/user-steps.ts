import { Masked } from "../../machine/masked.ts";
import { runWith, type Step } from "../../machine/step.ts";
import type { FoundUser } from "./user-state.ts";

/** A user as a resource asks for it. */
export interface WantedUser {
  readonly name: string;
  readonly home?: string | undefined;
  readonly uid?: number | string | undefined;
  readonly gid?: number | string | undefined;
  readonly comment?: string | undefined;
  readonly shell?: string | undefined;
  readonly password?: string | undefined;
  readonly password_min_age?: number | undefined;
  readonly password_max_age?: number | undefined;
  readonly password_warn_days?: number | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly expiry?: string | undefined;
  readonly allowdupe: boolean;
  readonly managehome: boolean;
  readonly system: boolean;
  /** What the wanted group is by number; undefined when there is no such group. */
  readonly gidNumber?: number | undefined;
}

/** Make a user: the account, its password's ages, its password. */
export function created(wanted: WantedUser, { local, shellTrouble, ownGroup }: FoundUser): Step[] {
  if (shellTrouble !== undefined) throw new Error(shellTrouble);
  const { name, password, expiry, groups } = wanted;
  const blame = `Could not create user ${name}: `;
  const steps: Step[] = [
    runWith({ blame }, tool("useradd", local), ...addOptions(wanted, local, ownGroup), name),
  ];
  const ages = [
    ...option("-m", wanted.password_min_age),
    ...option("-M", wanted.password_max_age),
    ...option("-W", wanted.password_warn_days),
  ];
  if (ages.length > 0) steps.push(runWith({ blame }, local ? tool("chage", local) : CHAGE, ...ages, name));
  if (local && groups) steps.push(modified("groups", name, false, "-G", groups.join(",")));
  if (local && expiry) steps.push(modified("expiry", name, false, "-e", expiryText(expiry)));
  if (wanted.comment) steps.push(commentSet(name, wanted.comment, blame));
  if (password !== undefined) steps.push(passwordSet(name, password));
  return steps;
}

/** In the order Puppet gives them: by the names of the attributes. */
function addOptions(wanted: WantedUser, local: boolean, ownGroup: boolean): string[] {
  const { name, expiry, gid, groups, home, shell, uid, allowdupe, managehome, system } = wanted;
  return [
    ...(gid === undefined && ownGroup ? ["-g", name] : []),
    ...(local || expiry === undefined ? [] : ["-e", expiryText(expiry)]),
    ...option("-g", gid),
    ...(local ? [] : option("-G", groups?.join(","))),
    ...option("-d", home),
    ...option("-s", shell),
    ...option("-u", uid),
    ...(allowdupe && !local ? ["-o"] : []),
    ...(managehome ? (local ? [] : ["-m"]) : ["-M"]),
    ...(system ? ["-r"] : []),
  ];
}

function option(flag: string, value: string | number | undefined): string[] {
  return value === undefined || value === "" ? [] : [flag, String(value)];
}

/** Remove a user, with its home when that is managed. */
export function removed({ name, managehome }: WantedUser, { local }: FoundUser): Step {
  const blame = `Could not delete user ${name}: `;
  return runWith({ blame }, tool("userdel", local), ...(managehome ? ["-r"] : []), name);
}

/** Change a user by usermod. */
export function modified(state: string, name: string, local: boolean, ...change: string[]): Step {
  return runWith({ blame: couldNotSet(state, name) }, tool("usermod", local), ...change, name);
}

const CHAGE = "/usr/bin/chage";

/** Change the ages of a password by chage. */
export function aged(state: string, name: string, local: boolean, change: readonly string[]): Step {
  return runWith({ blame: couldNotSet(state, name) }, local ? tool("chage", local) : CHAGE, ...change, name);
}

/** Set a password's hash: on standard input, for a list of processes shows every argument. */
export function passwordSet(name: string, hash: string): Step {
  const blame = `Could not set password on user[${name}]: `;
  return runWith({ blame, input: new Masked(`${name}:${hash}\n`) }, "/usr/sbin/chpasswd", "-e");
}

/** What vipw runs as an editor; vipw sees only by the seconds of the file's time that something was changed. */
const EDITOR = [
  'set_comment() { time=$(stat -c %Y "$1"); sed -i -f - "$1" || return',
  '[ "$(stat -c %Y "$1")" != "$time" ] || touch -d "@$((time + 1))" "$1"; }',
  "set_comment",
].join("\n");

/** Set a user's comment: like a hash on standard input, to sed, for it may be a secret. */
export function commentSet(name: string, comment: string, blame = couldNotSet("comment", name)): Step {
  if (/[:\n]/.test(comment)) throw new Error(`${blame}invalid comment: it has a colon or a line break in it`);
  const user = name.replace(/[\\/.*[\]^$]/g, "\\$&");
  const text = comment.replace(/[\\/&]/g, "\\$&");
  const input = new Masked(`s/^\\(${user}\\(:[^:]*\\)\\{3\\}:\\)[^:]*/\\1${text}/\n`);
  return runWith({ blame, input, env: { VISUAL: EDITOR } }, "/usr/sbin/vipw", "-q");
}

function couldNotSet(state: string, name: string): string {
  return `Could not set ${state} on user[${name}]: `;
}

/** libuser's tools have names of their own. */
function tool(name: string, local: boolean): string {
  return `/usr/sbin/${local ? "l" : ""}${name}`;
}

/** How usermod is told a day, or that there is none. */
export function expiryText(expiry: string): string {
  return expiry === "absent" ? "" : expiry;
}
