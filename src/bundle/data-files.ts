import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { parse } from "yaml";
import { readRegularText } from "../source/read-file.ts";

/** What a bundle is made for; data that only others need is left out. */
export interface Chosen {
  readonly environment: string;
  /** The names of the nodes; all of them when empty. */
  readonly nodes: readonly string[];
}

/** Where a hiera.yaml looks for data, relative to its folder. */
export interface DataPlaces {
  /** Folders that hold data, as far as they can be told without a node's facts. */
  readonly folders: readonly string[];
  /** Whether a file can be read by one of the chosen nodes in the chosen environment. */
  isWanted(path: string, chosen: Chosen): boolean;
}

const ENVIRONMENT = /^(::)?(environment|server_facts\.environment)$/;
const NODE =
  /^(::)?(trusted\.certname|clientcert|fqdn|networking\.fqdn|facts\.(fqdn|networking\.fqdn|clientcert))$/;
const PLACE_KEYS = ["path", "paths", "glob", "globs", "mapped_paths"] as const;

/** The places of a hiera.yaml; of a folder without one, none. */
export function dataPlaces(folder: string): DataPlaces {
  const patterns = hierarchy(folder);
  const folders = patterns.map(({ datadir }) => staticPart(datadir));
  const compiled = patterns.flatMap(({ datadir, path }) =>
    path === undefined ? [] : [compiledPath(datadir, path)],
  );
  return { folders: [...new Set(folders)], isWanted: (path, chosen) => isWanted(path, chosen, compiled) };
}

/** A file that paths with the environment or the node in them lead to must be led to for one that was chosen. */
function isWanted(path: string, chosen: Chosen, patterns: readonly RegExp[]): boolean {
  const matches = patterns.flatMap((pattern) => pattern.exec(path) ?? []).length;
  if (matches === 0) return true;
  return patterns.some((pattern) => {
    const match = pattern.exec(path);
    return (
      match !== null && Object.entries(match.groups ?? {}).every(([name, value]) => fits(name, value, chosen))
    );
  });
}

function fits(group: string, value: string, { environment, nodes }: Chosen): boolean {
  if (group.startsWith("environment")) return value === environment;
  return nodes.length === 0 || nodes.includes(value);
}

/** A path as a regular expression: the environment and the node are groups, anything else stands for anything. */
function compiledPath(datadir: string, path: string): RegExp {
  let groups = 0;
  const full = posix.normalize(posix.join(datadir, path));
  const source = full.split(/(%\{[^}]*\}|\*\*|\*|\?|\{[^}]*\})/).map((part, at) => {
    if (at % 2 === 0) return part.replace(/[.+^${}()|[\]\\]/g, "\\$&");
    const name = /^%\{\s*(.*?)\s*\}$/.exec(part)?.[1];
    if (name !== undefined && ENVIRONMENT.test(name)) return `(?<environment${++groups}>[^/]+)`;
    if (name !== undefined && NODE.test(name)) return `(?<node${++groups}>[^/]+)`;
    return ".*";
  });
  return new RegExp(`^${source.join("")}$`);
}

/** The folders of a path before the first part that depends on a node. */
function staticPart(path: string): string {
  const names = posix.normalize(path).split("/");
  const dynamic = names.findIndex((name) => /%\{|[*?]/.test(name));
  return (dynamic < 0 ? names : names.slice(0, dynamic)).join("/");
}

interface Place {
  readonly datadir: string;
  /** Undefined for data that is not in files of the hierarchy's naming. */
  readonly path: string | undefined;
}

type Entry = Readonly<Record<string, unknown>>;

function hierarchy(folder: string): Place[] {
  const file = join(folder, "hiera.yaml");
  if (!existsSync(file)) return [];
  const config: unknown = parse(readRegularText(file));
  if (!isEntry(config)) return [];
  const defaults = isEntry(config.defaults) ? config.defaults : {};
  const entries = [config.hierarchy, config.default_hierarchy].flat().filter(isEntry);
  const levels = entries.length === 0 ? [{ path: "common.yaml" }] : entries;
  return levels.flatMap((entry) => placesOf(entry, textOf(entry.datadir ?? defaults.datadir) ?? "data"));
}

function placesOf(entry: Entry, datadir: string): Place[] {
  const paths = PLACE_KEYS.flatMap((key) => {
    const value = entry[key];
    if (key === "mapped_paths") return Array.isArray(value) ? [mapped(value)] : [];
    return [value].flat().filter((path) => typeof path === "string");
  });
  return paths.length === 0 ? [{ datadir, path: undefined }] : paths.map((path) => ({ datadir, path }));
}

/** `[variable, name, template]`: the template with the name of each value, which no bundle can know. */
function mapped([, name, template]: readonly unknown[]): string {
  return String(template).replaceAll(`%{${String(name)}}`, "*");
}

function isEntry(data: unknown): data is Entry {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function textOf(data: unknown): string | undefined {
  return typeof data === "string" ? data : undefined;
}
