import type { Machine } from "../../machine/machine.ts";
import { Masked } from "../../machine/masked.ts";
import { runWith, type Step } from "../../machine/step.ts";
import { type AccountFiles, accountFiles, type ShadowEntry } from "../account-files.ts";
import { user } from "./user.ts";

interface Found {
  readonly ensure: "present" | "absent";
  readonly home?: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly comment?: string;
  readonly shell?: string;
  readonly password?: string;
  readonly password_min_age?: number;
  readonly password_max_age?: number;
  readonly password_warn_days?: number;
  readonly groups?: readonly string[];
  readonly expiry?: string;
  /** Whether the tools of libuser are to be used: asked for and there. */
  readonly local: boolean;
  /** Why the wanted shell will not do. */
  readonly shellTrouble: string | undefined;
  /** There is a group of the user's name already. */
  readonly ownGroup: boolean;
}

interface Wanted {
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

const SECONDS_PER_DAY = 86_400;

/** Users by way of useradd, usermod, userdel, chage and chpasswd. */
export const useradd = user.provider<Found>({
  name: "useradd",
  features: [
    "allows_duplicates",
    "manages_homedir",
    "manages_passwords",
    "manages_password_age",
    "manages_expiry",
    "manages_shell",
    "system_users",
    "manages_local_users_and_groups",
  ],
  suits: (host) => host.command("useradd") !== undefined,

  expect(wanted, machine) {
    const there = accountFiles(machine).groupsOf(wanted.name);
    const groups =
      wanted.groups && (wanted.membership === "inclusive" ? wanted.groups : [...there, ...wanted.groups]);
    const { gid } = wanted;
    const gidNumber = typeof gid === "string" ? machine.gidOf(gid) : gid;
    return { ...wanted, groups: groups && [...new Set(groups)].sort(), gidNumber };
  },

  async read({ name, forcelocal, shell }, machine) {
    const files = accountFiles(machine);
    const local = forcelocal && machine.which("luseradd") !== undefined;
    const around = {
      local,
      shellTrouble: shell === undefined ? undefined : shellTrouble(shell, machine),
      ownGroup: machine.gidOf(name) !== undefined,
    };
    const entry = await files.user(name, local);
    if (entry === undefined) return { ensure: "absent", ...around };
    const { uid, gid, comment, home, shell: current } = entry;
    const groups = files.groupsOf(name);
    return {
      ensure: "present",
      uid,
      gid,
      comment,
      home,
      shell: current,
      groups,
      ...aging(files, name),
      ...around,
    };
  },

  change: {
    ensure: (to, wanted, is) => (to === "present" ? created(wanted, is) : [removed(wanted, is)]),
    home: (to, { name }, { local }) => [modified("home", name, local, "-d", to)],
    uid: (to, { name, allowdupe }, { local }) => [
      modified("uid", name, local, "-u", String(to), ...(allowdupe && !local ? ["-o"] : [])),
    ],
    gid(to, wanted, { local }) {
      const { gidNumber } = wanted as Wanted;
      if (gidNumber === undefined) throw new Error(`Could not find group(s) ${to}`);
      return [modified("gid", wanted.name, local, "-g", String(gidNumber))];
    },
    comment: (to, { name }, { local }) => [modified("comment", name, local, "-c", to)],
    shell(to, { name }, { local, shellTrouble }) {
      if (shellTrouble !== undefined) throw new Error(shellTrouble);
      return [modified("shell", name, local, "-s", to)];
    },
    password: (to, { name }) => [passwordSet(name, to)],
    password_min_age: (to, { name }, { local }) => [
      aged("password_min_age", name, local, ["-m", String(to)]),
    ],
    password_max_age: (to, { name }, { local }) => [
      aged("password_max_age", name, local, ["-M", String(to)]),
    ],
    password_warn_days: (to, { name }, { local }) => [
      aged("password_warn_days", name, local, ["-W", String(to)]),
    ],
    groups: (to, { name }) => [modified("groups", name, false, "-G", to.join(","))],
    expiry: (to, { name }) => [modified("expiry", name, false, "-e", expiryText(to))],
  },
});

function created(wanted: Wanted, { local, shellTrouble, ownGroup }: Found): Step[] {
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
  if (password !== undefined) steps.push(passwordSet(name, password));
  return steps;
}

/** In the order Puppet gives them: by the names of the attributes. */
function addOptions(wanted: Wanted, local: boolean, ownGroup: boolean): string[] {
  const { name, comment, expiry, gid, groups, home, shell, uid, allowdupe, managehome, system } = wanted;
  return [
    ...(gid === undefined && ownGroup ? ["-g", name] : []),
    ...option("-c", comment),
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

function removed({ name, managehome }: Wanted, { local }: Found): Step {
  const blame = `Could not delete user ${name}: `;
  return runWith({ blame }, tool("userdel", local), ...(managehome ? ["-r"] : []), name);
}

function modified(state: string, name: string, local: boolean, ...change: string[]): Step {
  return runWith({ blame: couldNotSet(state, name) }, tool("usermod", local), ...change, name);
}

const CHAGE = "/usr/bin/chage";

function aged(state: string, name: string, local: boolean, change: readonly string[]): Step {
  return runWith({ blame: couldNotSet(state, name) }, local ? tool("chage", local) : CHAGE, ...change, name);
}

/** On standard input, for a list of processes shows every argument. */
function passwordSet(name: string, hash: string): Step {
  const blame = `Could not set password on user[${name}]: `;
  return runWith({ blame, input: new Masked(`${name}:${hash}\n`) }, "/usr/sbin/chpasswd", "-e");
}

function couldNotSet(state: string, name: string): string {
  return `Could not set ${state} on user[${name}]: `;
}

/** libuser's tools have names of their own. */
function tool(name: string, local: boolean): string {
  return `/usr/sbin/${local ? "l" : ""}${name}`;
}

function expiryText(expiry: string): string {
  return expiry === "absent" ? "" : expiry;
}

function shellTrouble(shell: string, machine: Machine): string | undefined {
  if (machine.stat(shell) === undefined) return `Shell ${shell} must exist`;
  return machine.executable(shell) ? undefined : `Shell ${shell} must be executable`;
}

function aging(files: AccountFiles, name: string): Partial<Found> {
  const shadow = files.shadow(name);
  if (shadow === undefined) return { expiry: "absent" };
  return {
    password: shadow.password,
    password_min_age: shadow.minAge ?? -1,
    password_max_age: shadow.maxAge ?? -1,
    password_warn_days: shadow.warnDays ?? -1,
    expiry: expiryDay(shadow),
  };
}

function expiryDay({ expiry }: ShadowEntry): string {
  if (expiry === undefined || expiry < 0) return "absent";
  return new Date(expiry * SECONDS_PER_DAY * 1000).toISOString().slice(0, 10);
}
