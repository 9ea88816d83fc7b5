import { execFileSync } from "node:child_process";
import { stdlibFileDigest } from "../../src/functions/stdlib-files.ts";

/** A release of puppetlabs-stdlib. */
export interface Release {
  readonly version: string;
  readonly tag: string;
}

/** The file that defines a function. */
export interface FunctionFile {
  readonly digest: string;
  readonly text: string;
}

/** What git says. */
export function git(directory: string, ...args: readonly string[]): string {
  return execFileSync("git", [`--git-dir=${directory}`, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
}

/** The releases from 4.0.0 on, oldest first. */
export function releasesOf(directory: string): Release[] {
  return git(directory, "tag")
    .split("\n")
    .filter((tag) => /^v?\d+\.\d+\.\d+$/.test(tag))
    .map((tag) => ({ tag, version: tag.replace("v", "") }))
    .filter(({ version }) => Number(version.split(".")[0]) >= 4)
    .sort((a, b) => a.version.localeCompare(b.version, "en", { numeric: true }));
}

/** The functions of a release by name, each with the file that Puppet takes: the 4.x API goes before the 3.x API. */
export function functionFiles(directory: string, { tag }: Release): Map<string, FunctionFile> {
  const found = new Map<string, FunctionFile>();
  const files = git(directory, "ls-tree", "-r", tag).split("\n");
  for (const pattern of [
    /^functions\/(.+)\.pp$/,
    /^lib\/puppet\/parser\/functions\/(\w+)\.rb$/,
    /^lib\/puppet\/functions\/(.+)\.rb$/,
  ]) {
    for (const line of files) {
      const [blob, path] = line.split(" ")[2]?.split("\t") ?? [];
      const name = pattern.exec(path ?? "")?.[1];
      if (name !== undefined) found.set(functionName(path!, name), fileOf(directory, blob!));
    }
  }
  return found;
}

function functionName(path: string, name: string): string {
  const qualified = name.replaceAll("/", "::");
  return path.endsWith(".pp") ? `stdlib::${qualified}` : qualified;
}

const files = new Map<string, FunctionFile>();

function fileOf(directory: string, blob: string): FunctionFile {
  const known = files.get(blob);
  if (known !== undefined) return known;
  const text = git(directory, "cat-file", "blob", blob);
  const file = { text, digest: stdlibFileDigest(Buffer.from(text)) };
  files.set(blob, file);
  return file;
}
