import { existsSync } from "node:fs";
import { extname, isAbsolute, join, relative } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import type { Environment, Module } from "../modules/environment.ts";
import { type Chosen, type DataPlaces, dataPlaces } from "./data-files.ts";
import { FOLDER, type Inventory } from "./inventory.ts";
import { type SiteFile, siteFiles } from "./site-files.ts";

/** What a bundle is made of. */
export interface Contents extends Pick<Inventory, "site"> {
  readonly files: readonly SiteFile[];
}

/** What an environment consists of besides manifests, modules and data, by Puppet's own names. */
const PARTS = ["environment.conf", "hiera.yaml", "functions", "types", "lib", "plans", "tasks", "facts.d"];
/** Where parts of the site go that are not below its folder. */
const ELSEWHERE = { modules: `${FOLDER}/modules`, manifests: `${FOLDER}/manifests` } as const;

/**
 * The files of an environment that the chosen nodes can need, sorted by path: its own parts, all modules in its own
 * folder, those of shared folders that are mentioned, and `include`, paths below the site.
 */
export function contents(
  environment: Environment,
  chosen: Chosen,
  include: readonly string[],
  warn: (message: string) => void,
): Contents {
  const { path: root, manifest } = environment;
  if (root === undefined || manifest === undefined) {
    return fail("BUNDLE_NO_SITE", `There is no manifest in the environment '${environment.name}'`);
  }
  const data = dataPlaces(root);
  const own = environment.modulepath.flatMap((folder) => below(root, folder) ?? []);
  const folders = dataFolders(data, warn);
  const parts = [...PARTS, ...own, ...folders, ...include.map((path) => included(root, path))];
  const site = below(root, manifest);
  const files = new Map<string, SiteFile>();
  const add = (from: string, to: string) => {
    for (const file of existsSync(from) ? siteFiles(from, to) : []) files.set(file.path, file);
  };
  for (const part of parts) add(join(root, part), part);
  add(manifest, site ?? ELSEWHERE.manifests);
  const shared = environment.modules().filter(({ path }) => below(root, path) === undefined);
  for (const { name, path } of mentionedModules([...files.values()], shared))
    add(path, `${ELSEWHERE.modules}/${name}`);
  const wanted = [...files.values()].filter(
    ({ path }) => data.isWanted(path, chosen) || include.includes(path),
  );
  return {
    site: {
      environment: chosen.environment,
      manifest: site ?? ELSEWHERE.manifests,
      modulepath: [...own, ELSEWHERE.modules],
    },
    files: wanted.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path))),
  };
}

/** A path relative to the site's folder; undefined when it is elsewhere. */
function below(root: string, path: string): string | undefined {
  const inside = relative(root, path);
  return inside === ".." || inside.startsWith("../") || isAbsolute(inside) ? undefined : inside;
}

function included(root: string, path: string): string {
  const inside = below(root, join(root, path));
  if (inside === undefined) {
    fail(
      "BUNDLE_INCLUDE_OUTSIDE",
      `--include ${path} is outside the site ${root}`,
      "Copy or link it into the site.",
    );
  }
  if (!existsSync(join(root, inside))) fail("FILE_NOT_FOUND", `Could not find file ${join(root, inside)}`);
  return inside;
}

function dataFolders(data: DataPlaces, warn: (message: string) => void): string[] {
  return data.folders.filter((folder) => {
    const isInside = !folder.startsWith("/") && !folder.startsWith("..") && folder !== "";
    if (!isInside) warn(`hiera.yaml looks for data outside the site, which is not bundled: ${folder || "/"}`);
    return isInside;
  });
}

/** Files that can name a module: code, templates, data and metadata. */
const TEXTS = new Set([".pp", ".epp", ".erb", ".yaml", ".yml", ".eyaml", ".json", ".conf"]);

/**
 * Those of the candidates that a site needs: a module is needed when its name stands as a word in a text of the site or
 * of a module that is needed. That is too many rather than too few; only names put together at run time are missed.
 */
export function mentionedModules(site: readonly SiteFile[], candidates: readonly Module[]): Module[] {
  const left = new Map(candidates.map((module) => [module.name, module]));
  const found: Module[] = [];
  const queue: Iterable<SiteFile>[] = [site];
  for (let files = queue.shift(); files !== undefined; files = queue.shift()) {
    for (const word of wordsOf(files)) {
      const module = left.get(word);
      if (!module) continue;
      left.delete(word);
      found.push(module);
      queue.push(siteFiles(module.path, ""));
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A dependency in metadata.json is `author-name` or `author/name`: the name is a word of its own. */
function* wordsOf(files: Iterable<SiteFile>): Generator<string> {
  for (const { path, content } of files) {
    if (!TEXTS.has(extname(path))) continue;
    for (const [word] of content.toString("latin1").matchAll(/(?<!\w)[a-z]\w*/g)) yield word;
  }
}
