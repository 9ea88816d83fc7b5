import { dirname } from "node:path";
import { fail } from "../../diagnostics/failure.ts";
import type { Relations } from "../../graph/automatic-relationships.ts";
import { defineType } from "../define.ts";
import { looseBool, oneOf, str, withDefault } from "../kind.ts";
import { isChecksum, sameContent } from "./content.ts";
import {
  backupKind,
  contentKind,
  ensureKind,
  filePath,
  groupKind,
  ignoreKind,
  maxFiles,
  readOnly,
  recurseKind,
  recurseLimit,
  sourceKind,
} from "./file-kinds.ts";
import { bitsOf, isSymbolic, modeKind, shownMode } from "./mode.ts";

const CHECKSUMS = [
  "sha256",
  "sha256lite",
  "md5",
  "md5lite",
  "sha1",
  "sha1lite",
  "sha512",
  "sha384",
  "sha224",
  "mtime",
  "ctime",
  "none",
] as const;
const SOURCE_PERMISSIONS =
  "The `source_permissions` parameter is deprecated. Explicitly set `owner`, `group`, and `mode`.";
const WORDS: ReadonlySet<string> = new Set(["absent", "present", "file", "directory", "link"]);

/** A file, a directory or a link, its contents and who may do what with it. */
export const file = defineType({
  name: "file",
  doc: "Manages files, directories and symbolic links: whether they are there, what they contain, who owns them.",
  key: "path",
  keyKind: filePath,
  titles: [{ pattern: /^(\/|.+:\/|[\s\S]*[^/])\/*$/, attributes: ["path"] }],
  settings: {
    path: filePath,
    source: sourceKind,
    source_permissions: withDefault(oneOf("use", "use_when_creating", "ignore"), "ignore"),
    sourceselect: withDefault(oneOf("first", "all"), "first"),
    checksum: withDefault(oneOf(...CHECKSUMS), "sha256"),
    checksum_value: str,
    backup: withDefault(backupKind, false),
    recurse: withDefault(recurseKind, "false"),
    recurselimit: recurseLimit,
    max_files: withDefault(maxFiles, 0),
    replace: withDefault(looseBool, true),
    force: withDefault(looseBool, false),
    ignore: withDefault(ignoreKind, []),
    links: withDefault(oneOf("follow", "manage"), "manage"),
    purge: withDefault(looseBool, false),
    show_diff: withDefault(looseBool, true),
    staging_location: filePath,
    validate_cmd: str,
    validate_replacement: withDefault(str, "%"),
    selinux_ignore_defaults: withDefault(looseBool, false),
    seluser: str,
    selrole: str,
    seltype: str,
    selrange: str,
    ctime: readOnly("ctime"),
    mtime: readOnly("mtime"),
    type: readOnly("type"),
  },
  state: {
    ensure: ensureKind,
    content: contentKind,
    target: str,
    owner: str,
    group: groupKind,
    mode: modeKind,
  },
  traits: {
    ensure: {
      insync: (is, to, { replace }) => is === to || (is !== "absent" && (!replace || to === "present")),
      message: (is, to, { content }) => {
        if ((to === "file" || to === "present") && content !== undefined)
          return `defined content as '${content.sum}'`;
        if (is === "absent") return "created";
        return to === "absent" ? "removed" : `ensure changed '${is}' to '${to}'`;
      },
      event: (to) =>
        ({ absent: "file_removed", directory: "directory_created", link: "link_created" })[to] ??
        "file_created",
    },
    content: {
      insync(is, to, { ensure, replace }, found) {
        if (!shouldBeFile(ensure, found.ensure)) return true;
        return is !== "absent" && (!replace || sameContent(String(is), to));
      },
      show: (content) => `'${content}'`,
      message: (is, to) =>
        is === "absent" ? `defined content as '${to.sum}'` : `content changed '${is}' to '${to.sum}'`,
    },
    target: {
      insync: (is, to, { recurse, replace }) =>
        is === to || recurse !== "false" || (!replace && is !== "absent"),
    },
    owner: { show: shownAccount },
    group: { show: shownAccount },
    mode: {
      show: shownMode,
      insync: (is, to, { links }, { ensure }) =>
        (ensure === "link" && links !== "follow") || bitsAfter(to, is, ensure) === is,
      message(is, to, _wanted, { ensure }) {
        const change = `mode changed ${shownMode(String(is))} to ${shownMode(bitsAfter(to, is, ensure))}`;
        return isSymbolic(to) ? `${change} (${to})` : change;
      },
    },
  },
  complete({ ensure, target, content, links }) {
    if (ensure !== undefined && !WORDS.has(ensure))
      return { ensure: "link", target: ensure, links: linksFor(links) };
    const made = ensure ?? (target !== undefined ? "link" : content !== undefined ? "file" : undefined);
    return made === "link" ? { ensure: made, links: linksFor(links) } : { ensure: made };
  },
  validate(wanted, warn, deprecate) {
    const { content, source, target, recurse, recurselimit, checksum, checksum_value: value } = wanted;
    if (wanted.source_permissions !== "ignore") deprecate(SOURCE_PERMISSIONS);
    const creators = [content, source, target].filter((one) => one !== undefined).length;
    if (creators > 1) fail("INVALID_FILE", "You cannot specify more than one of content, source, target");
    if (recurse === "remote" && source === undefined)
      fail("INVALID_FILE", "You cannot specify a remote recursion without a source");
    if (checksum === "none" && source !== undefined)
      fail("INVALID_FILE", "You cannot specify source when using checksum 'none'");
    if (content !== undefined && ["none", "ctime", "mtime"].includes(checksum)) {
      fail("INVALID_FILE", `You cannot specify content when using checksum '${checksum}'`);
    }
    if (recurse === "false" && recurselimit !== undefined) {
      warn("Possible error: recurselimit is set but not recurse, no recursion will happen");
    }
    if (value !== undefined && !isChecksum(checksum, value))
      fail("INVALID_FILE", `Checksum value '${value}' is not a valid checksum type ${checksum}`);
    if (value !== undefined && content === undefined && source === undefined) {
      warn("Checksum value is ignored unless content or source are specified");
    }
  },
  secrets: (names) => (names.has("content") || names.has("source") ? ["content", "ensure"] : []),
  relations({ name, target, owner, group }, lookup): Relations {
    const above = ancestorIn((path) => lookup("File", path), name);
    return {
      require: {
        File: [...(above === undefined ? [] : [above]), ...(target === undefined ? [] : [target])],
        User: byName(owner),
        Group: byName(group),
      },
    };
  },
});

function linksFor(links: "follow" | "manage"): "follow" | "manage" {
  return links === "follow" ? "follow" : "manage";
}

/** The nearest directory above a path that the catalog manages. */
function ancestorIn(managed: (path: string) => boolean, path: string): string | undefined {
  for (let above = dirname(path); ; above = dirname(above)) {
    if (managed(above) && above !== path) return above;
    if (above === "/") return undefined;
  }
}

function byName(account: string | undefined): readonly string[] {
  return account === undefined || /^\d+$/.test(account) ? [] : [account];
}

/** Accounts without a name are numbers, and shown as such. */
function shownAccount(account: string): string {
  return /^\d+$/.test(account) ? account : `'${account}'`;
}

/** Whether contents are to be looked at: they are not when something else than a file is wanted, or there and welcome. */
function shouldBeFile(wanted: string | undefined, is: unknown): boolean {
  if (wanted === "present") return is === "absent" || is === "file";
  return wanted === "file" || wanted === undefined;
}

/** The octal bits a mode makes of those found. */
function bitsAfter(mode: string, is: unknown, kind: unknown): string {
  return bitsOf(mode, Number.parseInt(String(is), 8), kind === "directory").toString(8);
}
