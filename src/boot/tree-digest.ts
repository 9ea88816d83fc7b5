import { createHash, type Hash } from "node:crypto";
import { createReadStream, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** The SHA-256 of a file, read in pieces. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest("hex");
}

/** A SHA-256 that stands for a directory: of the names, kinds and contents of all in it. */
export async function treeDigest(path: string): Promise<string> {
  const hash = createHash("sha256");
  await addTree(hash, path);
  return hash.digest("hex");
}

async function addTree(hash: Hash, path: string): Promise<void> {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inner = join(path, entry.name);
    hash.update(`${JSON.stringify(entry.name)} `);
    if (entry.isDirectory()) {
      hash.update("{");
      await addTree(hash, inner);
      hash.update("}");
    } else if (entry.isFile()) hash.update(`${await fileDigest(inner)}\n`);
    else if (entry.isSymbolicLink()) hash.update(`-> ${JSON.stringify(readlinkSync(inner))}\n`);
  }
}
