import { readFileSync } from "node:fs";
import { fail } from "../diagnostics/failure.ts";

/** Where user-data and images put the options of `boot`. */
export const CONFIG_FILE = "/etc/nostrings/boot.conf";

/** An option of `boot` and its value. */
export type Setting = readonly [name: string, value: string];

/** The options of a file with lines such as `sha256 = 0f3a…`, as arguments of a command line. */
export function configArguments(path: string): string[] {
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (/^\s*(#|$)/.test(line)) return [];
      const [, name, value] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      if (name === undefined || value === undefined) return refuse(path, index + 1, line);
      return [`--${name}=${value}`];
    });
}

/** The text of such a file. */
export function configText(settings: readonly Setting[]): string {
  const lines = settings.map(([name, value]) => `${name} = ${oneLine(name, value)}\n`);
  return `# Options of 'nostrings boot'\n${lines.join("")}`;
}

function oneLine(name: string, value: string): string {
  if (/[\r\n]/.test(value)) fail("BOOT_OPTION", `The value of --${name} must be one line`);
  return value;
}

function refuse(path: string, line: number, text: string): never {
  return fail("BOOT_CONFIG", `${path}, line ${line}: '${text}' is not of the form 'name = value'`);
}
