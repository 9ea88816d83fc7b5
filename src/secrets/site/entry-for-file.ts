import { relative, resolve } from "node:path";
import type { HieraEntry } from "./hiera-entries.ts";

/** The entry that reads a file, and what its interpolations stand for in the file's path. */
export interface FileEntry {
  readonly entry: HieraEntry;
  readonly values: ReadonlyMap<string, string>;
}

const EXPRESSION = /%\{([^}]*)\}/g;

/** The entry that a data file belongs to: of those whose paths fit, the one that says most of it literally. */
export function entryForFile(file: string, entries: readonly HieraEntry[]): FileEntry | undefined {
  const fitting = entries.flatMap((entry) =>
    entry.paths.flatMap((path) => {
      const values = valuesIn(relative(entry.datadir, resolve(file)), path);
      return values
        ? [{ entry, values, literal: path.replace(EXPRESSION, "").replace(/\*/g, "").length }]
        : [];
    }),
  );
  return fitting.sort((a, b) => b.literal - a.literal)[0];
}

/** Options with the interpolations filled in that the file's path tells. */
export function optionsFor({ entry, values }: FileEntry): HieraEntry["options"] {
  return Object.fromEntries(
    Object.entries(entry.options).map(([name, text]) => [
      name,
      text?.replace(EXPRESSION, (whole, expression: string) => values.get(expression.trim()) ?? whole),
    ]),
  );
}

/** What the interpolations of a path stand for in a file's; undefined when the file is none of its. */
function valuesIn(file: string, path: string): Map<string, string> | undefined {
  const names: string[] = [];
  const parts = path.split(/(%\{[^}]*\}|\*\*\/|\*|\?)/).map((part) => {
    const expression = /^%\{([^}]*)\}$/.exec(part)?.[1];
    if (expression !== undefined) {
      names.push(expression.trim());
      return "(.+?)";
    }
    if (part === "**/") return "(?:.*/)?";
    if (part === "*") return "[^/]*";
    return part === "?" ? "[^/]" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  const match = new RegExp(`^${parts.join("")}$`).exec(file);
  return match ? new Map(names.map((name, at) => [name, match[at + 1] ?? ""])) : undefined;
}
