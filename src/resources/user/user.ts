import { defineType } from "../define.ts";
import { anything, list, looseBool, oneOf, str, withDefault, withoutFeatures } from "../kind.ts";
import { days, expiryDate, groupName, idOrName, keyFiles, passwordHash } from "./kinds.ts";

/** What AIX, BSD, macOS and Solaris know of users; taken, and without effect here. */
const OF_OTHER_SYSTEMS = {
  attribute_membership: anything,
  attributes: anything,
  auth_membership: anything,
  auths: anything,
  ia_load_module: anything,
  iterations: anything,
  key_membership: anything,
  keys: anything,
  loginclass: anything,
  profile_membership: anything,
  profiles: anything,
  project: anything,
  role_membership: anything,
  roles: anything,
  salt: anything,
};

/** An account of the system. */
export const user = defineType({
  name: "user",
  doc: "A user of the system.",
  key: "name",
  settings: {
    ...OF_OTHER_SYSTEMS,
    allowdupe: withDefault(looseBool, false),
    forcelocal: withDefault(looseBool, false),
    managehome: withDefault(looseBool, false),
    membership: withDefault(oneOf("inclusive", "minimum"), "minimum"),
    purge_ssh_keys: withDefault(keyFiles, false),
    system: withDefault(looseBool, false),
  },
  state: {
    ensure: withoutFeatures(oneOf("present", "absent"), "ensure", "useradd", {
      role: "manages_solaris_rbac",
    }),
    home: str,
    uid: idOrName,
    gid: idOrName,
    comment: str,
    shell: str,
    password: passwordHash,
    password_min_age: days("Password minimum age"),
    password_max_age: days("Password maximum age"),
    password_warn_days: days("Password warning days"),
    groups: list(groupName),
    expiry: expiryDate,
  },
  traits: {
    ensure: { event: (to) => (to === "present" ? "user_created" : "user_removed") },
    gid: { insync: (is, _to, wanted) => is === (wanted as { gidNumber?: number }).gidNumber },
    groups: {
      insync: (is, to) => sorted(Array.isArray(is) ? is : []) === sorted(to),
      show: (names) => `'${names.join(",")}'`,
      showFound: (names) => names.join(","),
      message: (is, to) =>
        `groups changed ${Array.isArray(is) ? is.join(",") : "absent"} to ${shownList(to)}`,
    },
  },
  /** A user some state of which is managed is one that should be there. */
  complete: (wanted) =>
    wanted.ensure === undefined && STATES.some((name) => wanted[name] !== undefined)
      ? { ensure: "present" }
      : {},
  relations({ gid, groups = [] }) {
    return { require: { Group: typeof gid === "string" ? [gid, ...groups] : groups } };
  },
  secrets: () => ["password"],
});

const STATES = [
  "home",
  "uid",
  "gid",
  "comment",
  "shell",
  "password",
  "password_min_age",
  "password_max_age",
  "password_warn_days",
  "groups",
  "expiry",
] as const;

function sorted(names: readonly string[]): string {
  return [...new Set(names)].sort().join(",");
}

function shownList(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(", ")}]`;
}
