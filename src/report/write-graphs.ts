import { join } from "node:path";
import type { Drawing } from "../graph/dot.ts";
import { putFile, type Writing } from "./put-file.ts";

const OWNER_ONLY = 0o640;

/** Write the graphs of a catalog into a directory, a file each (Puppet's `--graph`). */
export async function writeGraphs(
  directory: string,
  graphs: readonly Drawing[],
  writing: Writing,
): Promise<void> {
  for (const { name, text } of graphs)
    await putFile(join(directory, `${name}.dot`), text, OWNER_ONLY, writing);
}
