import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { SecretOptions } from "../options.ts";
import { entryForFile, optionsFor } from "./entry-for-file.ts";
import { type HieraEntry, hieraEntries } from "./hiera-entries.ts";

/** A data file of a site, and how it is read. */
export interface DataFile {
  readonly path: string;
  /** Relative to the site. */
  readonly name: string;
  /** The environment whose data it is; undefined for data that all share. */
  readonly environment: string | undefined;
  readonly root: string;
  readonly reader: string | undefined;
  readonly options: SecretOptions;
}

const DATA = /\.(?:ya?ml|eyaml|gpg|json)$/;
const SKIPPED = new Set([".git", "node_modules", ".hg", ".svn"]);
const ENVIRONMENT = /(?:^|[.:])(?:environment|env|stage|tier)$/;

/** Every file in the data directories of a site's hiera.yaml files: its own, its environments' and its modules'. */
export function dataFilesOf(site: string): DataFile[] {
  const entries = configsOf(site).flatMap(hieraEntries);
  const found = new Map<string, DataFile>();
  for (const datadir of new Set(entries.map((entry) => literalPart(entry.datadir)))) {
    for (const path of filesIn(datadir)) if (!found.has(path)) found.set(path, dataFile(path, site, entries));
  }
  return [...found.values()];
}

/** The hiera.yaml files of a site. */
export function configsOf(site: string): string[] {
  const folders = ["environments", "modules", "site-modules"].flatMap((name) => foldersIn(join(site, name)));
  return [site, ...folders].map((folder) => join(folder, "hiera.yaml")).filter((path) => existsSync(path));
}

function dataFile(path: string, site: string, entries: readonly HieraEntry[]): DataFile {
  const found = entryForFile(path, entries);
  const name = relative(site, path);
  const told = [...(found?.values ?? [])].find(([expression]) => ENVIRONMENT.test(expression))?.[1];
  return {
    path,
    name,
    environment: told ?? /(?:^|\/)env(?:ironment)?s?\/([^/]+?)(?:\.\w+)?(?:\/|$)/.exec(name)?.[1],
    root: found?.entry.root ?? site,
    reader: found?.entry.reader,
    options: found ? optionsFor(found) : {},
  };
}

/** A data directory with interpolations in its path: the part before the first. */
function literalPart(datadir: string): string {
  const cut = datadir.indexOf("%{");
  return cut < 0 ? datadir : datadir.slice(0, datadir.lastIndexOf("/", cut));
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const path = join(folder, item.name);
      if (item.isDirectory()) return SKIPPED.has(item.name) ? [] : filesIn(path);
      return DATA.test(item.name) ? [path] : [];
    });
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const items = readdirSync(folder, { withFileTypes: true });
  return items.filter((item) => item.isDirectory()).map(({ name }) => join(folder, name));
}
