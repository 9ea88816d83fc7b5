import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Make a folder and those above it that are not there. Node's own way never ends where none can be made, as below /proc. */
export function makeFolders(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  mkdirSync(path, { mode: 0o755 });
}
