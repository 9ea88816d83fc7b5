import { posix } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import type { ArchivePlace } from "./archive-bytes.ts";
import { entryKind } from "./entry-kind.ts";
import { entryPath } from "./entry-path.ts";
import type { Limits } from "./limits.ts";
import { type Entry, readEntries } from "./read-entries.ts";
import type { StagingTree } from "./staging-tree.ts";

/**
 * Unpack what stands at `inside` in an ordinary archive, a folder with all below it or a single file, under its last
 * name. The whole archive is read: a second entry of a name would mean another content to tar.
 */
export async function unpackFolder(
  place: ArchivePlace,
  inside: string,
  tree: StagingTree,
  limits: Limits,
): Promise<void> {
  const parent = inside.includes("/") ? inside.slice(0, inside.lastIndexOf("/") + 1) : "";
  const isInside = (path: string) => path === inside || path.startsWith(`${inside}/`) || inside === "";
  let found = false;
  for await (const entry of readEntries(place, limits)) {
    const path = entryPath(entry.path, place.file);
    if (!isInside(path)) continue;
    found = true;
    await unpack(entry, path.slice(parent.length), tree, place.file, (target) =>
      hardTarget(target, parent, place.file),
    );
  }
  if (!found) {
    fail(
      "BUNDLE_NOT_IN_ARCHIVE",
      `${place.file}: Nothing in the archive is called ${inside}`,
      `See: tar tf ${place.file}`,
    );
  }
  tree.finish();
}

async function unpack(
  entry: Entry,
  path: string,
  tree: StagingTree,
  archive: string,
  target: (path: string) => string,
): Promise<void> {
  switch (entryKind(entry, archive)) {
    case "directory":
      return tree.directory(path);
    case "file":
      return tree.file(path, entry.contents(), (entry.mode & 0o100) !== 0);
    case "symlink":
      return tree.symlink(path, entry.linkPath);
    case "hardlink":
      return tree.hardlink(path, target(entry.linkPath));
  }
}

/** A hard link names its target from the archive's root; one outside the folder is not unpacked, and so not known. */
function hardTarget(target: string, parent: string, archive: string): string {
  const path = entryPath(target, archive);
  return path.startsWith(parent) ? path.slice(parent.length) : posix.join("..", path);
}
