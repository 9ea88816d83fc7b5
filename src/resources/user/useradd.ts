import { accountFiles } from "../account-files.ts";
import { unknownKeys } from "./purge-keys.ts";
import { user } from "./user.ts";
import { aging, type FoundUser, shellTrouble } from "./user-state.ts";
import {
  aged,
  commentSet,
  created,
  expiryText,
  modified,
  passwordSet,
  removed,
  type WantedUser,
} from "./user-steps.ts";

/** Users by way of useradd, usermod, userdel, chage, chpasswd and vipw. */
export const useradd = user.provider<FoundUser>({
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

  generatesFrom: "purge_ssh_keys",
  generate: (wanted, ground) => unknownKeys(wanted, ground),

  async instances(machine) {
    const lines = machine.readFile("/etc/passwd").toString("utf8").split("\n");
    return lines.flatMap((line) => {
      const [name = "", , uid] = line.split(":");
      return uid === undefined ? [] : [{ name, state: { ensure: "present", uid: Number(uid) } }];
    });
  },

  change: {
    ensure: (to, wanted, is) => (to === "present" ? created(wanted, is) : [removed(wanted, is)]),
    home: (to, { name }, { local }) => [modified("home", name, local, "-d", to)],
    uid: (to, { name, allowdupe }, { local }) => [
      modified("uid", name, local, "-u", String(to), ...(allowdupe && !local ? ["-o"] : [])),
    ],
    gid(to, wanted, { local }) {
      const { gidNumber } = wanted as WantedUser;
      if (gidNumber === undefined) throw new Error(`Could not find group(s) ${to}`);
      return [modified("gid", wanted.name, local, "-g", String(gidNumber))];
    },
    comment: (to, { name }) => [commentSet(name, to)],
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
