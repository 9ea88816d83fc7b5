import { mkdirSync, renameSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import { archivePlace } from "./appended.ts";
import type { ArchiveName } from "./archive-name.ts";
import { entryPath } from "./entry-path.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { StagingTree } from "./staging-tree.ts";
import { type Trust, type UnpackedBundle, unpackBundle } from "./unpack-bundle.ts";
import { unpackFolder } from "./unpack-folder.ts";

/** A site on the disk that came out of an archive. */
export interface OpenedArchive {
  /** The folder of the site; that of a bundle is called as its environment. */
  readonly path: string;
  /** What the bundle's inventory says; undefined for a plain folder of an archive. */
  readonly bundle: UnpackedBundle | undefined;
}

/** Unpack an archive below a staging directory, verified. */
export async function openArchive(
  name: ArchiveName,
  staging: string,
  trust: Trust,
  limits: Limits = LIMITS,
  goOn: () => void = () => {},
): Promise<OpenedArchive> {
  const { file, inside } = name;
  if (inside === undefined) return openBundle(file, staging, trust, limits, goOn);
  const outer = join(staging, "archive");
  mkdirSync(outer, { mode: 0o700 });
  const folder = entryPath(inside, file);
  await unpackFolder(
    archivePlace(file),
    folder,
    new StagingTree(outer, file, basename(folder), goOn),
    limits,
  );
  const path = join(outer, basename(folder));
  if (statSync(path).isFile()) return openBundle(path, staging, trust, limits, goOn);
  if (trust.required) {
    fail(
      "BUNDLE_UNSIGNED",
      `${file}: The folder ${inside} is not a signed bundle`,
      `Put a bundle into the archive and apply that: ${file}//${inside}/app.nsb`,
    );
  }
  return { path, bundle: undefined };
}

async function openBundle(
  file: string,
  staging: string,
  trust: Trust,
  limits: Limits,
  goOn: () => void,
): Promise<OpenedArchive> {
  const unpacked = join(staging, "bundle");
  mkdirSync(unpacked, { mode: 0o700 });
  const bundle = await unpackBundle(
    archivePlace(file),
    new StagingTree(unpacked, file, "", goOn),
    trust,
    limits,
  );
  const path = join(staging, bundle.site.environment);
  renameSync(unpacked, path);
  return { path, bundle };
}
