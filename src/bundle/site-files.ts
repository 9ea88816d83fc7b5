import { createHash } from "node:crypto";
import { readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import { readRegularFile } from "../source/read-file.ts";
import { entryPath } from "./entry-path.ts";

/** A file that goes into a bundle. */
export interface SiteFile {
  /** Where it will be in the bundle. */
  readonly path: string;
  readonly content: Buffer;
  readonly sha256: string;
  readonly executable: boolean;
}

/** Names that are of no use to a run: version control, what editors leave, and tests of modules. */
const NEVER = /^(\.git|\.svn|\.hg|\.bzr|\.DS_Store|\.nostrings|.*~|\.#.*|#.*#|.*\.sw[op])$/;

/**
 * The files at or below `from`, to be found at `to` in the bundle. Links are followed: a bundle holds files only, and what
 * a link leads to is part of the site, wherever it is.
 */
export function* siteFiles(from: string, to: string, parents: readonly string[] = []): Generator<SiteFile> {
  const stat = statSync(from);
  if (stat.isFile()) return yield siteFile(from, to);
  if (!stat.isDirectory()) {
    fail("BUNDLE_SPECIAL_FILE", `${from} is neither a file nor a directory and cannot be bundled`);
  }
  const real = realpathSync(from);
  if (parents.includes(real))
    fail("BUNDLE_LINK_CYCLE", `${from} is a link to a directory that it is in itself`);
  for (const name of readdirSync(from).sort()) {
    if (NEVER.test(name)) continue;
    yield* siteFiles(join(from, name), to === "" ? name : `${to}/${name}`, [...parents, real]);
  }
}

function siteFile(from: string, path: string): SiteFile {
  const content = readRegularFile(from);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { path: entryPath(path, from), content, sha256, executable: isExecutable(from) };
}

/** By anyone, whoever makes the bundle. */
function isExecutable(path: string): boolean {
  return (statSync(path).mode & 0o111) !== 0;
}
