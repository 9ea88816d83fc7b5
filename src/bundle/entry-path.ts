import { fail } from "../diagnostics/failure.ts";

/**
 * The path of an entry, relative, without `.` and slashes that mean nothing; empty for the root itself. Fails for one
 * that is absolute, climbs out, or cannot be told from another.
 */
export function entryPath(path: string, archive: string): string {
  if (path.startsWith("/")) {
    fail("BUNDLE_ABSOLUTE_PATH", `${archive}: An entry has an absolute path: ${shown(path)}`);
  }
  const names = path.split("/").filter((name) => name !== "" && name !== ".");
  if (names.includes("..")) {
    fail("BUNDLE_PATH_TRAVERSAL", `${archive}: An entry climbs out of the archive: ${shown(path)}`);
  }
  if (/[\0-\x1f\x7f\uFFFD]/.test(path) || tooLong(path)) {
    fail("BUNDLE_BAD_NAME", `${archive}: An entry has a name that is not fit for a file: ${shown(path)}`);
  }
  return names.join("/");
}

/** Longer than Linux takes below a staging directory, or with a name longer than file systems take. */
function tooLong(path: string): boolean {
  return path.length > 3000 || path.split("/").some((name) => Buffer.byteLength(name) > 255);
}

/** A path as it can be shown to people: without control characters, not endless. */
export function shown(path: string): string {
  return JSON.stringify(path.length > 200 ? `${path.slice(0, 200)}...` : path);
}
