import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import { readRegularText } from "../../source/read-file.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure } from "../secret-failure.ts";

/** A hierarchy entry of a hiera.yaml, as far as keys and the files it reads are concerned. */
export interface HieraEntry {
  readonly name: string;
  /** The hiera.yaml and its directory. */
  readonly config: string;
  readonly root: string;
  readonly datadir: string;
  /** The paths of its files under the datadir, with interpolations and wildcards in them. */
  readonly paths: readonly string[];
  /** The data function: `eyaml_lookup_key`, `yaml_data`... */
  readonly reader: string;
  readonly options: SecretOptions;
}

type Node = Readonly<Record<string, unknown>>;

const FUNCTIONS = ["lookup_key", "data_hash", "data_dig"];

/** The entries of a hiera.yaml of version 5, or those of a version 3 that are encrypted. */
export function hieraEntries(config: string): HieraEntry[] {
  const file = resolve(config);
  const data = readConfig(file);
  const root = dirname(file);
  if (Number(data.version ?? data[":version"] ?? 3) < 4) return oldEntries(data, file, root);
  const defaults = nodeOf(data.defaults);
  const hierarchy = [data.hierarchy, data.default_hierarchy].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return hierarchy.map(nodeOf).map((entry) => {
    const own = FUNCTIONS.find((name) => entry[name] !== undefined);
    const source = own === undefined ? defaults : entry;
    const kind = own ?? FUNCTIONS.find((name) => defaults[name] !== undefined);
    const datadir = resolve(root, String(entry.datadir ?? defaults.datadir ?? "data"));
    return {
      name: String(entry.name ?? ""),
      config: file,
      root,
      datadir,
      paths: pathsOf(entry),
      reader: kind === undefined ? "yaml_data" : String(source[kind]),
      options: optionsOf(nodeOf(entry.options ?? defaults.options)),
    };
  });
}

/** The hiera.yaml that a data file belongs to: the nearest one upwards. */
export function configFor(file: string): string | undefined {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const config = resolve(folder, "hiera.yaml");
    if (existsSync(config)) return config;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Hiera 3 reads one hierarchy with every backend, from a directory of each backend's own. */
function oldEntries(data: Node, config: string, root: string): HieraEntry[] {
  const hierarchy = [data[":hierarchy"] ?? data.hierarchy].flat().map(String);
  return ["eyaml", "gpg"].flatMap((backend) => {
    const section = data[`:${backend}`] ?? data[backend];
    if (section === undefined) return [];
    const own = nodeOf(section);
    const extension = String(own[":extension"] ?? own.extension ?? backend);
    return [
      {
        name: backend,
        config,
        root,
        datadir: resolve(root, String(own[":datadir"] ?? own.datadir ?? "hieradata")),
        paths: hierarchy.map((path) => `${path}.${extension}`),
        reader: backend === "eyaml" ? "eyaml_lookup_key" : "gpg_data",
        options: optionsOf(own),
      },
    ];
  });
}

function readConfig(file: string): Node {
  try {
    return nodeOf(parse(readRegularText(file), { logLevel: "silent" }));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new SecretFailure(`${file} cannot be read: ${reason}`);
  }
}

function pathsOf(entry: Node): string[] {
  const given = [entry.path, entry.paths, entry.glob, entry.globs].flat();
  const mapped = Array.isArray(entry.mapped_paths) ? entry.mapped_paths[2] : undefined;
  return [...given, mapped].filter((path) => path !== undefined).map(String);
}

function optionsOf(options: Node): SecretOptions {
  const texts = Object.entries(options)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name.replace(/^:/, ""), Array.isArray(value) ? value.join(",") : String(value)]);
  return Object.fromEntries(texts) as SecretOptions;
}

function nodeOf(value: unknown): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Node) : {};
}
