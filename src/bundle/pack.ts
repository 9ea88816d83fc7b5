import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { Header } from "tar/header";
import { Pax } from "tar/pax";
import type { Contents } from "./contents.ts";
import { INVENTORY, SIGNATURE, writeInventory } from "./inventory.ts";

const BLOCK = 512;
/** A time that says nothing; tar warns of files older than that. */
const TIME = new Date("2000-01-01T00:00:00Z");

/** The bytes of the inventory of some contents: what is signed. */
export function inventoryOf({ site, files }: Contents): Buffer {
  const listed = files.map(({ path, sha256, content, executable }) => ({
    path,
    sha256,
    size: content.length,
    executable,
  }));
  return Buffer.from(writeInventory({ site, files: listed }));
}

/**
 * A bundle: an ordinary tar.gz, the inventory first, then its signature, then the files in the inventory's order. The
 * same contents give the same bytes: nothing of the machine, the user or the time gets in.
 */
export function pack(inventory: Buffer, signature: string | undefined, contents: Contents): Buffer {
  const blocks = [
    ...entry(INVENTORY, inventory, false),
    ...(signature === undefined ? [] : entry(SIGNATURE, Buffer.from(signature), false)),
    ...contents.files.flatMap(({ path, content, executable }) => entry(path, content, executable)),
    Buffer.alloc(2 * BLOCK),
  ];
  return gzipSync(Buffer.concat(blocks), { level: 9 });
}

/** The SHA-256 of a bundle, by which it can be pinned. */
export function digestOf(bundle: Buffer): string {
  return createHash("sha256").update(bundle).digest("hex");
}

function entry(path: string, content: Buffer, executable: boolean): Buffer[] {
  const data = {
    path,
    mode: executable ? 0o755 : 0o644,
    uid: 0,
    gid: 0,
    size: content.length,
    mtime: TIME,
    type: "File",
    uname: "root",
    gname: "root",
  } as const;
  const header = new Header(data);
  const block = Buffer.alloc(BLOCK);
  const extended = header.encode(block) ? [new Pax({ path }).encode()] : [];
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
  return [...extended, block, content, padding];
}
