import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readRegularText } from "../../source/read-file.ts";
import { resolvePath, type Surroundings } from "../key-source.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure } from "../secret-failure.ts";
import type { KeyInfo } from "./protocol.ts";

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
    return { names: options.gpg_recipients.split(",").map((name) => name.trim()), origin: "gpg_recipients" };
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
  return lines.map((line) => line.replace(/#.*/, "").trim()).filter((line) => line !== "");
}

/** The key that a recipient names: an id or fingerprint, long or short, or part of a user id. */
export function keyNamed<K extends Pick<KeyInfo, "fingerprint" | "ids" | "users">>(
  name: string,
  keys: readonly K[],
): K | undefined {
  const hex = name.replace(/^0x/i, "").replace(/\s+/g, "").toUpperCase();
  if (/^[0-9A-F]{8,}$/.test(hex)) {
    const byId = keys.find(({ fingerprint, ids }) => [fingerprint, ...ids].some((id) => id.endsWith(hex)));
    if (byId) return byId;
  }
  const wanted = name.toLowerCase();
  return keys.find(({ users }) => users.some((user) => user.toLowerCase().includes(wanted)));
}
