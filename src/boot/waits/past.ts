import { statSync } from "node:fs";

/** A moment that is past for everybody who runs this program. */
const WRITTEN = Date.parse("2025-01-01");

/** systemd keeps the last known time in the time of this file, for machines whose clock stops (systemd-timesyncd(8)). */
const LAST_KNOWN = "/var/lib/systemd/timesync/clock";

/** The latest moment that is surely past: when files were made that are there. */
export function surelyPast(files: readonly string[] = [LAST_KNOWN]): Date {
  const times = files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return new Date(Math.max(WRITTEN, ...times));
}
