import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, delimiter, dirname, join, resolve } from "node:path";

/** What environment.conf says, or what holds without it. */
export interface EnvironmentConf {
  readonly modulepath: readonly string[];
  readonly manifest: string;
  readonly configVersion: string | undefined;
  readonly environmentTimeout: string | undefined;
  /** Settings that Puppet ignores with a warning. */
  readonly unknown: readonly string[];
}

const VALID = new Set([
  "modulepath",
  "manifest",
  "config_version",
  "environment_timeout",
  "environment_data_provider",
  "static_catalogs",
  "rich_data",
]);

/** Read environment.conf of a directory environment; relative paths are relative to the environment. */
export function readEnvironmentConf(path: string, basemodulepath: readonly string[]): EnvironmentConf {
  const settings = readSettings(join(path, "environment.conf"));
  const expand = (text: string) =>
    text.replaceAll(/\$basemodulepath|\$\{basemodulepath\}/g, basemodulepath.join(delimiter));
  const modulepath = settings.get("modulepath") ?? `modules${delimiter}$basemodulepath`;
  const directories = expand(modulepath)
    .split(delimiter)
    .filter((directory) => directory !== "");
  const configVersion = settings.get("config_version");
  return {
    modulepath: directories.flatMap((directory) => expandGlob(resolve(path, directory))),
    manifest: resolve(path, settings.get("manifest") ?? "manifests"),
    configVersion: configVersion === undefined ? undefined : absoluteCommand(path, configVersion),
    environmentTimeout: settings.get("environment_timeout"),
    unknown: [...settings.keys()].filter((name) => !VALID.has(name)),
  };
}

/** `name = value` lines before any section. */
function readSettings(file: string): Map<string, string> {
  const settings = new Map<string, string>();
  if (!existsSync(file)) return settings;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (/^\s*\[(?!main\])/.test(line)) break;
    const match = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line);
    if (match) settings.set(match[1]!, match[2]!.replace(/^(['"])(.*)\1$/, "$2"));
  }
  return settings;
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
