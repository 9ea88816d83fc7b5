import { globSync, statSync } from "node:fs";
import { join } from "node:path";

/** The files (not directories) that a glob matches, in Ruby's order: names by bytes, braces one choice after another. */
export function expandGlob(pattern: string): string[] {
  const files = matches(pattern);
  return files.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === false);
}

function matches(pattern: string): string[] {
  const brace = /\{([^{}]*)\}/.exec(pattern);
  if (!brace) return globSync(pattern).sort(byNames);
  const cut = pattern.lastIndexOf("/", brace.index) + 1;
  const folder = pattern.slice(0, cut);
  const before = pattern.slice(cut, brace.index);
  const after = pattern.slice(brace.index + brace[0].length);
  const choices = (brace[1] ?? "").split(",").map((choice) => before + choice + after);
  return foldersOf(folder).flatMap((path) => choices.flatMap((choice) => matches(join(path, choice))));
}

/** Ruby takes the choices of a brace anew in each folder that the pattern before it matches. */
function foldersOf(pattern: string): string[] {
  return /[*?[{]/.test(pattern) && !pattern.includes("**") ? matches(pattern) : [pattern];
}

function byNames(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  const at = left.findIndex((name, index) => name !== right[index]);
  return at < 0 ? 0 : Buffer.compare(Buffer.from(left[at] ?? ""), Buffer.from(right[at] ?? ""));
}
