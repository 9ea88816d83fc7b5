import { dirname, posix } from "node:path";
import { fail } from "../../diagnostics/failure.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import { defineType } from "../define.ts";
import { bool, type Kind, looseBool, oneOfOr, str, textOf, withDefault } from "../kind.ts";

/** A field of fstab that must be there and is one word. */
function word(name: string): Kind<string> {
  return {
    parse(value) {
      const text = textOf(value);
      if (/\s/.test(text)) fail("INVALID_VALUE", `${name} must not contain whitespace: ${text}`);
      return text === "" ? fail("INVALID_VALUE", `${name} must not be an empty string`) : text;
    },
  };
}

/** A number as it is given. */
const number: Kind<number | string> = {
  parse: (value) => (typeof value === "bigint" ? Number(value) : textOf(value)),
};

const dump: Kind<number | string> = {
  accepts: ["/(0|1)/"],
  parse(value) {
    if (/0|1/.test(textOf(value))) return number.parse(value);
    return fail("INVALID_VALUE", `Invalid value ${rubyInspect(value)}. Valid values match /(0|1)/.`);
  },
};

const mountPoint: Kind<string> = { parse: (value) => textOf(value).replace(/^(.+?)\/*$/s, "$1") };

/** A file system in fstab, and whether it is mounted. */
export const mount = defineType({
  name: "mount",
  doc: "A file system: its entry in fstab, and whether it is mounted now.",
  key: "name",
  keyKind: mountPoint,
  settings: { remounts: withDefault(bool, true) },
  state: {
    ensure: oneOfOr(["defined", "unmounted", "absent", "mounted"], { present: "defined" }),
    device: str,
    blockdevice: word("blockdevice"),
    fstype: word("fstype"),
    options: word("options"),
    pass: number,
    atboot: looseBool,
    dump,
    target: str,
  },
  traits: {
    ensure: {
      insync: (is, to) => is === to || (to === "defined" && (is === "mounted" || is === "unmounted")),
      event: (to, found) => EVENTS[`${found.ensure} ${to}`] ?? EVENTS[to] ?? "mount_changed",
      message: (is, to) => {
        if (is === "absent") return `defined 'ensure' as '${to}'`;
        return to === "absent" ? `undefined 'ensure' from '${is}'` : `ensure changed '${is}' to '${to}'`;
      },
    },
  },
  /** What is managed in any way gets the two numbers of fstab, too. */
  complete(wanted) {
    const isManaged = MANAGED.some((name) => wanted[name] !== undefined);
    const target = wanted.target ?? FSTAB;
    return isManaged ? { pass: wanted.pass ?? 0, dump: wanted.dump ?? 0, target } : { target };
  },
  relations: ({ name }, _lookup, keysOf) => ({
    require: { Mount: above(name) },
    before: { File: [...keysOf("File")].filter((path) => posix.normalize(path).startsWith(`${name}/`)) },
  }),
  selfRefresh: ({ ensure }) => ensure !== "absent",
});

export const FSTAB = "/etc/fstab";

const MANAGED = [
  ...["ensure", "device", "blockdevice", "fstype", "options", "pass", "atboot", "dump", "target"],
] as const;

const EVENTS: Readonly<Record<string, string>> = {
  defined: "mount_created",
  mounted: "mount_mounted",
  absent: "mount_deleted",
  "absent unmounted": "mount_created",
  unmounted: "mount_unmounted",
};

/** The directories above a path. */
function above(path: string): string[] {
  const found: string[] = [];
  for (let at = dirname(path); path.startsWith("/") && at !== found[0]; at = dirname(at)) found.unshift(at);
  return found;
}
