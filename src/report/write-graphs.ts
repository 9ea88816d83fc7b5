import { join } from "node:path";
import type { Drawing } from "../graph/dot.ts";
import type { Machine } from "../machine/machine.ts";
import { putFile } from "./put-file.ts";

const OWNER_ONLY = 0o640;

/** Write the graphs of a catalog into a directory, a file each (Puppet's `--graph`). */
export async function writeGraphs(
  directory: string,
  graphs: readonly Drawing[],
  machine: Machine,
): Promise<void> {
  for (const { name, text } of graphs)
    await putFile(join(directory, `${name}.dot`), text, OWNER_ONLY, machine);
}
