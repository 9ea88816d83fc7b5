import { Failure } from "../diagnostics/failure.ts";
import type { Place } from "../diagnostics/issue.ts";
import { readIni } from "./ini-file.ts";
import { OF_ENVIRONMENTS } from "./puppet-settings.ts";
import type { Given, Raw } from "./setting.ts";

/** The sections that puppet.conf may have. */
const SECTIONS = ["main", "server", "master", "agent", "user"];

/** Settings of a section by name; what is written first counts. */
export type Section = ReadonlyMap<string, Given>;

/** The sections of a puppet.conf; fails where Puppet does not take the file. */
export function readConfigFile(text: string, file: string): ReadonlyMap<string, Section> {
  const sections = new Map<string, Map<string, Given>>(SECTIONS.map((name) => [name, new Map()]));
  let current = "main";
  for (const line of linesOf(text, file)) {
    if ("section" in line) {
      current = line.section;
      if (!sections.has(current)) throw illegalSection(current, line.place);
    } else {
      refuseOutOfPlace(line.name, line.place);
      const section = sections.get(current)!;
      if (!section.has(line.name)) section.set(line.name, { ...line, value: withoutFileInfo(line) });
    }
  }
  return sections;
}

function linesOf(text: string, file: string): ReturnType<typeof readIni> {
  try {
    return readIni(text, file);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw failure(`Could not parse ${file}: ${error.issue.message}`, error.issue.place ?? { file });
  }
}

function illegalSection(name: string, place: Place): Failure {
  const words = [
    `Illegal section '${name}' in config file at (file: ${place.file}, line: ${place.line}).`,
    `The only valid puppet.conf sections are: [${SECTIONS.join(", ")}].`,
    "Please use the directory environments feature to specify environments.",
    "(See https://puppet.com/docs/puppet/latest/environments_about.html)",
  ];
  return failure(`Could not parse ${place.file}: ${words.join(" ")}`, place, "nothing");
}

function refuseOutOfPlace(name: string, place: Place): void {
  if (!OF_ENVIRONMENTS.includes(name)) return;
  const words = `Could not initialize global default settings: Cannot set ${name} settings in puppet.conf`;
  throw failure(words, place, undefined, "Write it into the environment's environment.conf");
}

/** Puppet's files may say who owns them, as in `{ owner = root, mode = 750 }`; the files here have fixed modes. */
function withoutFileInfo({ value, place = {} }: Given): Raw {
  if (typeof value !== "string") return value;
  const [info, inner] = /\{\s*([^}]+)\s*\}/.exec(value) ?? [];
  if (info === undefined || inner === undefined) return value;
  for (const part of inner.split(/\s*,\s*/)) checkFileInfo(part, value, place);
  return value.replace(info, "").replace(/\s*$/, "");
}

function checkFileInfo(part: string, value: string, place: Place): void {
  const wrong = (words: string, hint?: string) =>
    failure(`Could not parse ${place.file}: ${words}`, place, undefined, hint);
  const [, name = "", given = ""] = /^\s*(\w+)\s*=\s*(\w+)\s*$/.exec(part) ?? [];
  if (name === "") throw wrong(`Could not parse '${value}'`, "Write names of settings without braces");
  if (!["owner", "mode", "group"].includes(name)) throw wrong(`Invalid file option '${name}'`);
  if (name === "mode" && !/^\d+$/.test(given)) throw wrong("File modes must be numbers");
}

function failure(message: string, place: Place, told?: "nothing", hint?: string): Failure {
  return new Failure({ code: "SETTINGS_FILE", severity: "error", message, place, told, hint });
}
