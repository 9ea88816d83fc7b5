import { extname } from "node:path";
import type { Module } from "../modules/environment.ts";
import { type SiteFile, siteFiles } from "./site-files.ts";

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
