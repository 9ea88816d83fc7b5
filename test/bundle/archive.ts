import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { generateKey, type Key, type PrivateKey, readKey, readPrivateKey } from "openpgp";
import { Header, type HeaderData } from "tar";
import { INVENTORY, type ListedFile, SIGNATURE, writeInventory } from "../../src/bundle/inventory.ts";
import { signed } from "../../src/bundle/signature.ts";

/** An entry as an attacker may write it: a header of any kind, and contents. */
export interface RawEntry extends HeaderData {
  readonly path: string;
  readonly content?: string | Buffer;
}

/** The bytes of a tar archive, with no regard for sense. */
export function tar(...entries: readonly RawEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(blocks), Buffer.alloc(1024)]);
}

function blocks({ content = "", ...data }: RawEntry): Buffer[] {
  const bytes = Buffer.from(content);
  const block = Buffer.alloc(512);
  new Header({ mode: 0o644, size: bytes.length, type: "File", ...data }).encode(block);
  return [block, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}

/** A site of three files. */
export const FILES: Readonly<Record<string, string>> = {
  "hiera.yaml": "version: 5\n",
  "manifests/site.pp": "notify { 'applied': }\n",
  "modules/m/files/x": "x".repeat(700),
};

export function listed(files: Readonly<Record<string, string>>): ListedFile[] {
  return Object.entries(files).map(([path, text]) => ({
    path,
    sha256: createHash("sha256").update(text).digest("hex"),
    size: text.length,
    executable: false,
  }));
}

/** The inventory of some files. */
export function inventory(files = FILES): string {
  const site = { environment: "production", manifest: "manifests", modulepath: ["modules"] };
  return writeInventory({ site, files: listed(files) });
}

/** The entries of a bundle; `key` signed it `age` seconds ago. */
export async function bundleEntries(
  key: PrivateKey | undefined,
  files = FILES,
  text = inventory(files),
  age = 0,
): Promise<RawEntry[]> {
  const signature = key && {
    path: SIGNATURE,
    content: await signed(Buffer.from(text), key, new Date(Date.now() - age * 1000)),
  };
  const contents = Object.entries(files).map(([path, content]) => ({ path, content }));
  return [{ path: INVENTORY, content: text }, ...(signature ? [signature] : []), ...contents];
}

export function gzip(bytes: Buffer): Buffer {
  return gzipSync(bytes);
}

/** Both halves of a key pair. */
export interface KeyPair {
  readonly secret: PrivateKey;
  readonly trusted: Key;
}

/** A key pair; one that is valid for `seconds` only was made `age` seconds ago. */
export async function keyPair(name: string, seconds = 0, age = 0): Promise<KeyPair> {
  const made = await generateKey({
    userIDs: [{ name }],
    keyExpirationTime: seconds,
    date: new Date(Date.now() - age * 1000),
  });
  return {
    secret: await readPrivateKey({ armoredKey: made.privateKey }),
    trusted: await readKey({ armoredKey: made.publicKey }),
  };
}
