import { dirname } from "node:path";
import type { Machine } from "../machine/machine.ts";
import type { Redactor } from "./redactor.ts";

const FOLDER = 0o755;

/** What files of the program's own are written with: every text goes through the redactor. */
export interface Writing {
  readonly machine: Machine;
  readonly redactor: Pick<Redactor, "redact">;
}

/** Write a file of the program's own. The next run writes another: it is not worth waiting for the disk. */
export async function putFile(
  path: string,
  text: string,
  mode: number,
  { machine, redactor }: Writing,
): Promise<void> {
  makeFolder(dirname(path), machine);
  const content = Buffer.from(redactor.redact(text));
  await machine.replaceFile(path, { content, mode, unsynced: true });
}

/** A folder with the folders above it, as far as they are not there. */
function makeFolder(path: string, machine: Machine): void {
  if (machine.stat(path)) return;
  makeFolder(dirname(path), machine);
  machine.mkdir(path, FOLDER);
}
