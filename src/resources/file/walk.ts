import type { Machine } from "../../machine/machine.ts";
import type { Surroundings } from "../surroundings.ts";
import type { WantedFile } from "./expect.ts";

/** Something found below a directory. */
export interface Entry {
  /** Below the directory, without a slash in front. */
  readonly relative: string;
  readonly path: string;
  readonly directory: boolean;
}

/** Above this many files without a word about it, Puppet warns. */
const SOFT_LIMIT = 1000;

type Limits = Pick<WantedFile, "recurselimit" | "ignore" | "links" | "max_files">;

/** Everything below a directory, level by level; nothing when it is not one. */
export function walk(top: string, limits: Limits, machine: Machine, around: Surroundings): Entry[] {
  const ignored = limits.ignore.map(shellPattern);
  const look = (path: string): boolean => {
    const stat = limits.links === "follow" ? machine.stat(path) : machine.lstat(path);
    return stat?.kind === "directory";
  };
  const found: Entry[] = [];
  let level: Entry[] = look(top) ? [{ relative: "", path: top, directory: true }] : [];
  for (
    let depth = 1;
    level.length > 0 && depth <= (limits.recurselimit ?? Number.POSITIVE_INFINITY);
    depth++
  ) {
    level = level
      .filter((entry) => entry.directory)
      .flatMap((entry) => entriesOf(entry, machine, ignored, look, around.goOn));
    found.push(...level);
  }
  checkCount(top, found.length, limits.max_files, around);
  return found;
}

function entriesOf(
  { relative, path }: Entry,
  machine: Machine,
  ignored: readonly RegExp[],
  look: (path: string) => boolean,
  goOn: () => void,
): Entry[] {
  goOn();
  const names = machine.readdir(path).filter((name) => !ignored.some((pattern) => pattern.test(name)));
  return names.map((name) => {
    const below = `${path === "/" ? "" : path}/${name}`;
    return { relative: relative === "" ? name : `${relative}/${name}`, path: below, directory: look(below) };
  });
}

function checkCount(top: string, count: number, limit: number, around: Surroundings): void {
  if (limit > 0 && count > limit) {
    throw new Error(
      `The directory '${top}' contains ${count} entries, which exceeds the limit of ${limit} specified by the max_files parameter for this resource. The limit may be increased, but be aware that large number of file resources can result in excessive resource consumption and degraded performance. Consider using an alternate method to manage large directory trees`,
    );
  }
  if (limit === 0 && count > SOFT_LIMIT) {
    around.warnOnce(
      `The directory '${top}' contains ${count} entries, which exceeds the default soft limit ${SOFT_LIMIT} and may cause excessive resource consumption and degraded performance. To remove this warning set a value for \`max_files\` parameter or consider using an alternate method to manage large directory trees`,
    );
  }
}

/** A set in brackets, an escaped sign, or any sign. */
const TOKEN = /\[([!^]?)(\]?[^\]]*)\]|\\([\s\S])|([\s\S])/g;

/** A shell pattern for names, as Ruby's `File.fnmatch` takes it: a leading dot must be written out. */
export function shellPattern(pattern: string): RegExp {
  const dotWritten = /^\\?\./.test(pattern);
  const text = pattern.replace(
    TOKEN,
    (_token, not?: string, set?: string, escaped?: string, sign?: string) => {
      if (set !== undefined) return `[${not === "" ? "" : "^"}${set.replace(/[\\\]^]/g, "\\$&")}]`;
      if (sign === "*") return ".*";
      return sign === "?" ? "." : literal(escaped ?? sign ?? "");
    },
  );
  return new RegExp(`^${dotWritten ? "" : "(?!\\.)"}${text}$`, "s");
}

function literal(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
