import { existsSync, readdirSync } from "node:fs";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { Failure } from "../diagnostics/failure.ts";
import { nearNames } from "../diagnostics/near.ts";
import { readIni } from "../settings/ini-file.ts";
import { PUPPET_SETTINGS } from "../settings/puppet-settings.ts";
import type { Given } from "../settings/setting.ts";
import { InvalidSetting, typedValue } from "../settings/types.ts";
import { readRegularText } from "../source/read-file.ts";

/** What environment.conf says, or what holds without it. */
export interface EnvironmentConf {
  readonly modulepath: readonly string[];
  readonly manifest: string;
  readonly configVersion: string | undefined;
  /** Every setting that it may have and has, as it is written. */
  readonly given: ReadonlyMap<string, Given>;
  /** What is ignored in it, in Puppet's words. */
  readonly warnings: readonly string[];
}

/** What the settings say of all environments. */
export interface CommonConf {
  readonly basemodulepath?: readonly string[] | undefined;
  /** The manifest of an environment that names none; relative to it. */
  readonly defaultManifest?: string | undefined;
  /** Environments may not name a manifest. */
  readonly onlyDefaultManifest?: boolean | undefined;
}

const VALID = [
  "modulepath",
  "manifest",
  "config_version",
  "environment_timeout",
  "environment_data_provider",
  "static_catalogs",
  "rich_data",
];

/** Read environment.conf of a directory environment; relative paths are relative to the environment. */
export function readEnvironmentConf(path: string, common: CommonConf): EnvironmentConf {
  const { basemodulepath = [], defaultManifest = "manifests", onlyDefaultManifest = false } = common;
  const { given, warnings } = readSettings(join(path, "environment.conf"));
  const text = (name: string) => {
    const value = given.get(name)?.value;
    return value === undefined ? undefined : String(value);
  };
  const expand = (written: string) =>
    written.replaceAll(/\$basemodulepath|\$\{basemodulepath\}/g, basemodulepath.join(delimiter));
  const directories = expand(text("modulepath") ?? `modules${delimiter}$basemodulepath`).split(delimiter);
  const configVersion = text("config_version");
  const manifest = onlyDefaultManifest ? undefined : text("manifest");
  return {
    modulepath: directories
      .filter((directory) => directory !== "")
      .flatMap((directory) => expandGlob(resolve(path, directory))),
    manifest: resolve(path, manifest ?? defaultManifest),
    configVersion: configVersion === undefined ? undefined : absoluteCommand(path, configVersion),
    given,
    warnings,
  };
}

/** The settings before any section; what is written first counts. */
function readSettings(file: string): Pick<EnvironmentConf, "given" | "warnings"> {
  const given = new Map<string, Given>();
  const [unknown, sections] = [new Set<string>(), new Set<string>()];
  let current = "main";
  for (const line of existsSync(file) ? readIni(readRegularText(file), file) : []) {
    if ("section" in line) current = line.section;
    if ("section" in line && current !== "main") sections.add(current);
    if ("section" in line || current !== "main") continue;
    if (!VALID.includes(line.name)) unknown.add(line.name);
    else if (!given.has(line.name)) given.set(line.name, checked(line.name, line));
  }
  return { given, warnings: [...ignoredSections(file, sections), ...ignoredSettings(file, unknown)] };
}

function checked(name: string, given: Given): Given {
  try {
    typedValue(given.value, name, PUPPET_SETTINGS.get(name)!);
    return given;
  } catch (error) {
    if (!(error instanceof InvalidSetting)) throw error;
    const issue = { code: "INVALID_SETTING", severity: "error", message: error.message } as const;
    throw new Failure({ ...issue, place: given.place });
  }
}

function ignoredSections(file: string, sections: ReadonlySet<string>): string[] {
  if (sections.size === 0) return [];
  const start = `Invalid sections in environment.conf at '${file}'. Environment conf may not have sections.`;
  return [`${start} The following sections are being ignored: '${[...sections].join(",")}'`];
}

function ignoredSettings(file: string, unknown: ReadonlySet<string>): string[] {
  if (unknown.size === 0) return [];
  const start = `Invalid settings in environment.conf at '${file}'.`;
  const words = `${start} The following unknown setting(s) are being ignored: ${[...unknown].join(", ")}`;
  const near = [...unknown].flatMap((name) => nearNames(name, VALID));
  return [near.length === 0 ? words : `${words}. Did you mean '${near.join("', '")}'?`];
}

/** Only the last part of a path may hold `*` and `?`, which is what people write: `site/*`. */
function expandGlob(path: string): string[] {
  const pattern = basename(path);
  if (!/[*?]/.test(pattern)) return [path];
  const directory = dirname(path);
  if (!existsSync(directory)) return [];
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return readdirSync(directory)
    .filter((name) => !name.startsWith(".") && new RegExp(`^${escaped}$`).test(name))
    .sort()
    .map((name) => join(directory, name));
}

function absoluteCommand(path: string, command: string): string {
  return command.startsWith("$") ? command : resolve(path, command);
}
