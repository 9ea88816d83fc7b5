import { fail } from "../diagnostics/failure.ts";
import { shown } from "./entry-path.ts";
import type { Entry } from "./read-entries.ts";

/** What may be unpacked. */
export type EntryKind = "file" | "directory" | "symlink" | "hardlink";

const KINDS: Readonly<Record<string, EntryKind>> = {
  File: "file",
  OldFile: "file",
  ContiguousFile: "file",
  Directory: "directory",
  GNUDumpDir: "directory",
  SymbolicLink: "symlink",
  Link: "hardlink",
};

/** What an entry is; fails for devices, pipes and other things that no site needs, and for set-user-ID bits. */
export function entryKind({ path, type, mode }: Entry, archive: string): EntryKind {
  const kind = KINDS[type];
  if (kind === undefined) {
    fail(
      "BUNDLE_SPECIAL_FILE",
      `${archive}: An entry is neither file, directory nor link: ${shown(path)} (${type})`,
    );
  }
  if ((mode & 0o6000) !== 0) {
    fail("BUNDLE_SETUID", `${archive}: An entry has the set-user-ID or set-group-ID bit: ${shown(path)}`);
  }
  return kind;
}
