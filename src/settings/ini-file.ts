import { Failure } from "../diagnostics/failure.ts";
import type { Place } from "../diagnostics/issue.ts";
import { type Given, rawValue } from "./setting.ts";

/** `name = value`, where it stands. */
export interface SettingLine extends Given {
  readonly name: string;
  readonly place: Place;
}

/** `[name]`, where it stands. */
export interface SectionLine {
  readonly section: string;
  readonly place: Place;
}

/** The lines of a file of settings, in order; fails, in Puppet's words, on one that is neither of these nor a comment. */
export function readIni(text: string, file: string): (SettingLine | SectionLine)[] {
  return text
    .split("\n")
    .flatMap((line, index) => iniLine(line.replace(/\r$/, ""), { file, line: index + 1 }));
}

const WORD = "[\\p{L}\\p{M}\\p{Nd}\\p{Pc}]+";
const SECTION = new RegExp(`^\\s*\\[(${WORD})\\]\\s*$`, "u");
const SETTING = new RegExp(`^\\s*(${WORD})\\s*=\\s*(.*?)\\s*$`, "u");

/** As Puppet reads it (lib/puppet/settings/ini_file.rb). */
function iniLine(line: string, place: Place): (SettingLine | SectionLine)[] {
  const section = SECTION.exec(line)?.[1];
  if (section !== undefined) return [{ section, place }];
  const [, name, value] = SETTING.exec(line) ?? [];
  if (name !== undefined && value !== undefined) return [{ name, value: rawValue(value), place }];
  if (/^\s*(#|$)/.test(line)) return [];
  return refuse(`Could not match line ${line}`, place);
}

function refuse(words: string, place: Place): never {
  throw new Failure({
    code: "SETTINGS_FILE",
    severity: "error",
    message: words,
    place,
  });
}
