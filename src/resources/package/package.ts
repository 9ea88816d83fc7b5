import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import type { Value } from "../../values/value.ts";
import { defineType } from "../define.ts";
import {
  anything,
  bool,
  type Kind,
  looseBool,
  oneOf,
  str,
  textOf,
  withDefault,
  withoutFeatures,
} from "../kind.ts";
import { meets } from "./version-range.ts";

/** A word for a state, a version, or a range of versions. */
const ensure: Kind<string> = {
  accepts: ["present", "installed", "absent", "purged", "latest"],
  parse(value) {
    const text = textOf(value);
    return text === "installed" ? "present" : text;
  },
};

const packageName: Kind<string> = {
  parse: (value: Value) =>
    typeof value === "string"
      ? value
      : fail("INVALID_VALUE", `Name must be a String not ${rubyClass(value)}`),
};

/** States in which nothing of a package works. */
export function isGone(state: string | undefined): boolean {
  return state === undefined || state === "absent" || state === "purged";
}

/** Options for a package tool: texts, and hashes whose entries become `key=value`, ordered by key. */
const packageOptions: Kind<readonly string[]> = {
  many: true,
  parse: (value) => (Array.isArray(value) ? value : [value]).flatMap((option: Value) => words(option)),
};

/** Software from a repository or a file. */
export const packageType = defineType({
  name: "package",
  doc: "A package of the system's package manager.",
  key: "name",
  keyKind: packageName,
  settings: {
    adminfile: str,
    allow_virtual: looseBool,
    allowcdrom: bool,
    category: str,
    command: str,
    configfiles: withDefault(oneOf("keep", "replace"), "keep"),
    description: str,
    enable_only: looseBool,
    flavor: str,
    install_only: looseBool,
    install_options: packageOptions,
    instance: str,
    package_settings: anything,
    platform: str,
    reinstall_on_refresh: bool,
    responsefile: str,
    root: str,
    source: str,
    status: str,
    uninstall_options: packageOptions,
    vendor: str,
  },
  state: {
    ensure: withDefault(withoutFeatures(ensure, "ensure", "apt", { disabled: "disableable" }), "present"),
    mark: oneOf("hold", "none"),
  },
  traits: {
    ensure: {
      insync: (is, to) => inSync(is, to),
      message(is, to) {
        if (to === "purged") return "purged";
        if (isGone(is)) return "created";
        return to === "absent" ? "removed" : `ensure changed '${is}' to '${to}'`;
      },
      event: (to, found) => EVENTS[to] ?? (found.ensure === "absent" ? EVENTS.present! : "package_changed"),
    },
  },
  validate({ ensure: wanted, mark }) {
    if (mark !== undefined && (wanted === "absent" || wanted === "purged"))
      fail("INVALID_VALUE", 'You cannot use "mark" property while "ensure" is one of ["absent", "purged"]');
  },
  relations({ responsefile, adminfile, source }) {
    const files = [responsefile, adminfile, source?.startsWith("/") ? source : undefined];
    return { require: { File: files.filter((file) => file !== undefined) } };
  },
});

const EVENTS: Readonly<Record<string, string>> = {
  present: "package_installed",
  absent: "package_removed",
  purged: "package_purged",
};

function inSync(is: string | undefined, to: string): boolean {
  switch (to) {
    case "present":
      return !isGone(is);
    case "absent":
      return isGone(is);
    case "purged":
      return is === "purged";
    case "latest":
      return is === "present";
    default:
      return is === to || (!isGone(is) && meets(is!, to));
  }
}

function words(option: Value): string[] {
  if (typeof option === "string") return [quoted(option)];
  if (!(option instanceof Hash)) return fail("INVALID_VALUE", "Expected either a string or hash of options");
  const pairs = [...option].map(([key, value]) => [quoted(textOf(key)), quoted(textOf(value))] as const);
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}=${value}`);
}

/** As Puppet quotes them, although no shell sees them. */
function quoted(word: string): string {
  return word.includes(" ") ? `"${word.replaceAll('"', '\\"')}"` : word;
}
