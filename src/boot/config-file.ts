import { readFileSync } from "node:fs";
import { Failure, fail } from "../diagnostics/failure.ts";
import type { Place } from "../diagnostics/issue.ts";
import type { Given } from "../settings/setting.ts";

/** Where user-data and images put the options of `boot`. */
export const CONFIG_FILE = "/etc/nostrings/boot.conf";

/** An option of `boot` and its value. */
export type Setting = readonly [name: string, value: string | boolean];

/** The options of a file with lines such as `sha256 = 0f3a…`, with their places. */
export function configOptions(path: string): [name: string, given: Given][] {
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .flatMap((line, index): [string, Given][] => {
      if (/^\s*(#|$)/.test(line)) return [];
      const place = { file: path, line: index + 1 };
      const [, name, value] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw notAnOption(line, place);
      return [[name, { value, place }]];
    });
}

/** The text of such a file. */
export function configText(settings: readonly Setting[]): string {
  const lines = settings.map(([name, value]) => `${name} = ${oneLine(name, String(value))}\n`);
  return `# Options of 'nostrings boot'\n${lines.join("")}`;
}

function oneLine(name: string, value: string): string {
  if (/[\r\n]/.test(value)) fail("BOOT_OPTION", `The value of --${name} must be one line`);
  return value;
}

function notAnOption(text: string, place: Place): Failure {
  const message = `Could not parse ${place.file}: '${text}' is not of the form 'name = value'`;
  return new Failure({ code: "BOOT_CONFIG", severity: "error", message, place });
}
