import { dirname } from "node:path";
import type { Machine } from "../machine/machine.ts";

const FOLDER = 0o755;

/** Write a file of the program's own. The next run writes another: it is not worth waiting for the disk. */
export async function putFile(path: string, text: string, mode: number, machine: Machine): Promise<void> {
  makeFolder(dirname(path), machine);
  await machine.replaceFile(path, { content: Buffer.from(text), mode, unsynced: true });
}

/** A folder with the folders above it, as far as they are not there. */
function makeFolder(path: string, machine: Machine): void {
  if (machine.stat(path)) return;
  makeFolder(dirname(path), machine);
  machine.mkdir(path, FOLDER);
}
