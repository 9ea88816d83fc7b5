import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readRegularText } from "../../source/read-file.ts";
import { resolvePath, type Surroundings } from "../key-source.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure } from "../secret-failure.ts";

/** The name of the file that says who can read the files beside and below it. */
export const RECIPIENTS_FILE = "hiera-eyaml-gpg.recipients";

/** To whom values of a data file are encrypted, and what says so. */
export interface Recipients {
  readonly names: readonly string[];
  readonly origin: string;
}

/** The recipients for a data file: the option, the file it names, or the deepest recipients file on the way to it. */
export function recipientsFor(
  file: string | undefined,
  options: SecretOptions,
  surroundings: Surroundings,
): Recipients | undefined {
  if (options.gpg_recipients !== undefined)
    return { names: namesIn(options.gpg_recipients.split(",")), origin: "gpg_recipients" };
  const named = options.gpg_recipients_file;
  const path = named === undefined ? recipientsFile(file) : resolvePath(named, surroundings);
  return path === undefined ? undefined : { names: readRecipients(path), origin: path };
}

/** The recipients file nearest to a data file, upwards. */
export function recipientsFile(file: string | undefined): string | undefined {
  for (let folder = file === undefined ? resolve(".") : dirname(resolve(file)); ; folder = dirname(folder)) {
    const path = join(folder, RECIPIENTS_FILE);
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) return undefined;
  }
}

/** One key id, fingerprint or address on each line; `#` starts a remark. */
export function readRecipients(path: string): string[] {
  if (!existsSync(path)) throw new SecretFailure(`The recipients file ${path} does not exist`);
  const lines = readRegularText(path).split(/\r?\n/);
  return namesIn(lines.map((line) => line.replace(/#.*/, "")));
}

/** The names that a list has: blanks around them, and entries with nothing else, do not count. */
function namesIn(entries: readonly string[]): string[] {
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}
