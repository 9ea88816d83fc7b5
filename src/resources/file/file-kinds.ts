import { posix } from "node:path";
import { fail } from "../../diagnostics/failure.ts";
import { Binary } from "../../values/binary.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { type Kind, textOf } from "../kind.ts";
import { FileContent } from "./content.ts";

/** An absolute path without `.`, `..` or doubled and trailing slashes. */
export const filePath: Kind<string> = {
  parse(value) {
    const path = textOf(value);
    if (!path.startsWith("/")) fail("INVALID_PATH", `File paths must be fully qualified, not '${path}'`);
    return posix.normalize(path).replace(/(?<=.)\/+$/, "");
  },
};

/** Text or Binary; its checksum is worked out once the kind of checksum is known. */
export const contentKind: Kind<FileContent> = {
  parse(value) {
    const bytes = value instanceof Binary ? value.bytes : Buffer.from(contentText(value));
    return new FileContent(bytes, "");
  },
};

function contentText(value: Value): string {
  if (typeof value === "string") return value;
  const what = typeof value === "boolean" ? String(value) : rubyClass(value);
  const why = `no implicit conversion of ${what} into String`;
  return fail("INVALID_VALUE", `Munging failed for value ${rubyInspect(value)} in class content: ${why}`);
}

/** `absent`, `present`, `file`, `directory`, `link`, or the target of a link. */
export const ensureKind: Kind<string> = {
  accepts: ["absent", "false", "file", "present", "directory", "link", "/./"],
  parse(value) {
    const text = textOf(value);
    if (text === "")
      fail(
        "INVALID_VALUE",
        'Invalid value "". Valid values are absent, file, present, directory, link. Valid values match /./.',
      );
    return text === "false" ? "absent" : text;
  },
};

export const recurseKind: Kind<"true" | "false" | "remote"> = {
  accepts: ["true", "false", "remote"],
  parse(value) {
    const word = String(value);
    if (word === "true" || word === "false" || word === "remote") return word;
    return fail("INVALID_VALUE", `Invalid recurse value ${rubyInspect(value)}`);
  },
};

export const recurseLimit: Kind<number> = {
  parse(value) {
    if (/^\d+$/.test(String(value))) return Number(value);
    return fail("INVALID_VALUE", `Invalid value ${rubyInspect(value)}. Valid values match /^[0-9]+$/.`);
  },
};

export const maxFiles: Kind<number> = {
  parse(value) {
    if (/^(\d+|-1)$/.test(String(value))) return Number(value);
    return fail(
      "INVALID_VALUE",
      `Invalid value ${rubyInspect(value)}. Valid values match /^[0-9]+$/, /^-1$/.`,
    );
  },
};

/** What is put behind the path of a backup, or the name of a filebucket; false for none. */
export const backupKind: Kind<string | false> = {
  parse(value) {
    const given = Array.isArray(value) ? (value[0] as Value) : value;
    if (given === false || given === "false") return false;
    if (given === true || given === "true" || given === ".puppet-bak") return ".puppet-bak";
    return typeof given === "string"
      ? given
      : fail("INVALID_VALUE", `Invalid backup type ${rubyInspect(given)}`);
  },
};

/** Where contents come from: absolute paths, `file:` and `puppet:` addresses; trailing slashes are dropped. */
export const sourceKind: Kind<readonly string[]> = {
  many: true,
  parse: (value) => (Array.isArray(value) ? value : [value]).map((item: Value) => source(textOf(item))),
};

function source(given: string): string {
  const text = given.replace(/\/+$/, "");
  if (text.startsWith("/")) return `file://${text}`;
  const scheme = /^([a-zA-Z][\w+.-]*):/.exec(text)?.[1];
  if (scheme === undefined) fail("INVALID_SOURCE", `Cannot use relative URLs '${given}'`);
  if (!text.startsWith(`${scheme}:/`)) fail("INVALID_SOURCE", `Cannot use opaque URLs '${given}'`);
  if (["file", "puppet", "http", "https"].includes(scheme!)) return text;
  return fail("INVALID_SOURCE", `Cannot use URLs of type '${scheme}' as source for fileserving`);
}

/** Names of files left alone when a directory is walked, as shell patterns. */
export const ignoreKind: Kind<readonly string[]> = {
  parse: (value) =>
    value === false ? [] : (Array.isArray(value) ? value : [value]).map((item: Value) => textOf(item)),
};

export const groupKind: Kind<string> = {
  parse: (value) => textOf(value) || fail("INVALID_GROUP", `Invalid group name '${rubyInspect(value)}'`),
};

/** An attribute that can be read and not set. */
export function readOnly(name: string): Kind<string> {
  return { parse: () => fail("READ_ONLY", `${name} is read-only`) };
}
