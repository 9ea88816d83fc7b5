import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../modules/environment.ts";

/** A file of a module that adds facts, and what its text shows of their names. */
export interface FactFile {
  readonly file: string;
  /** The names that stand in it, in lower case. */
  readonly names: readonly string[];
  /** What else it may add, by names that it makes up: `Facter.add("mtu_#{name}")`. */
  readonly patterns: readonly RegExp[];
}

const ADD = /^[^#\n]*\bFacter\s*\.\s*(?:add|define_fact)\b[\s(]*(.*)$/gm;
const LITERAL = /^(?::(?:"([\w.-]+)"|'([\w.-]+)'|(\w+))|"([^"#]+)"|'([^']+)')/;
const INTERPOLATED = /^:?"((?:[^"#]|#\{[^}]*\})+)"/;

/** The files with facts of folders such as `lib/facter` of modules. Nothing is run; only their texts are looked at. */
export function factFiles(folders: readonly string[]): FactFile[] {
  return folders.flatMap((folder) =>
    rubyFilesIn(folder).map((file) => ({ file, ...namesIn(readFileSync(file, "utf8")) })),
  );
}

/** Where the facts of an environment's modules are. */
export function factFolders(environment: Environment): string[] {
  return environment.modules().map(({ path }) => join(path, "lib/facter"));
}

function rubyFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".rb"))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function namesIn(text: string): Pick<FactFile, "names" | "patterns"> {
  const names: string[] = [];
  const patterns: RegExp[] = [];
  for (const [, argument = ""] of text.matchAll(ADD)) {
    const literal = LITERAL.exec(argument)
      ?.slice(1)
      .find((name) => name !== undefined);
    if (literal !== undefined) names.push(literal.toLowerCase());
    else patterns.push(patternOf(argument));
  }
  return { names, patterns };
}

/** What is around an interpolation has to be there; of any other expression nothing is known. */
function patternOf(argument: string): RegExp {
  const text = INTERPOLATED.exec(argument)?.[1];
  if (text === undefined) return /^/;
  const parts = text.split(/#\{[^}]*\}/).map((part) => part.replace(/\W/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i");
}
