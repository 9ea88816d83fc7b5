import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { decryptKey, type Key, type PrivateKey, readKeys, readPrivateKeys } from "openpgp";
import { Failure, fail } from "../diagnostics/failure.ts";
import { refuseForeign, refuseForeignFile } from "../machine/own-folder.ts";
import { readRegularFile } from "../source/read-file.ts";

/** Where a machine keeps the public keys that it takes bundles from. */
export const TRUSTED_FOLDER = "/etc/nostrings/trusted.d";

/** The keys that bundles may be signed with: of the folder, of files, and those built into the executable. */
export async function trustedKeys(folder: string, files: readonly string[]): Promise<Key[]> {
  const built = embedded("trusted.asc");
  const lists = [...keyFiles(folder), ...files].map((file) => keysOf(readKeyFile(file), file));
  if (built) lists.push(keysOf(built, "the executable"));
  return (await Promise.all(lists)).flat();
}

function keyFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => /\.(asc|gpg)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
  // Whoever can add a key can sign what root applies.
  refuseForeign(folder);
  for (const file of files) refuseForeignFile(file);
  return files;
}

async function keysOf(bytes: Buffer, origin: string): Promise<Key[]> {
  try {
    const keys = await (isArmored(bytes)
      ? readKeys({ armoredKeys: bytes.toString("latin1") })
      : readKeys({ binaryKeys: bytes }));
    return keys.map((key) => key.toPublic());
  } catch (error) {
    fail("BUNDLE_KEY_UNREADABLE", `${origin}: No OpenPGP key can be read: ${(error as Error).message}`);
  }
}

/** The key that `bundle --sign` names, opened. */
export async function signingKey(file: string, passphrase: string | undefined): Promise<PrivateKey> {
  const bytes = readKeyFile(file);
  const key = await privateKey(bytes, file);
  if (key.isDecrypted()) return key;
  if (passphrase === undefined) {
    fail(
      "BUNDLE_KEY_LOCKED",
      `${file}: The private key is locked by a passphrase`,
      "Give it with --passphrase-file FILE or in the variable NOSTRINGS_PASSPHRASE.",
    );
  }
  try {
    return await decryptKey({ privateKey: key, passphrase });
  } catch {
    fail("BUNDLE_KEY_LOCKED", `${file}: The passphrase does not open the private key`);
  }
}

async function privateKey(bytes: Buffer, file: string): Promise<PrivateKey> {
  try {
    const keys = await (isArmored(bytes)
      ? readPrivateKeys({ armoredKeys: bytes.toString("latin1") })
      : readPrivateKeys({ binaryKeys: bytes }));
    return theOnly(keys, file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    fail(
      "BUNDLE_KEY_UNREADABLE",
      `${file}: No OpenPGP private key can be read: ${(error as Error).message}`,
      "GnuPG writes one with: gpg --armor --export-secret-keys NAME > FILE",
    );
  }
}

/** Which of several is meant is not ours to guess. */
function theOnly(keys: readonly PrivateKey[], file: string): PrivateKey {
  const [key, ...more] = keys;
  if (key !== undefined && more.length === 0) return key;
  const names = keys.map(
    (one) => `${one.getUserIDs()[0] ?? "nameless"} (${one.getFingerprint().toUpperCase()})`,
  );
  return fail(
    "BUNDLE_KEY_AMBIGUOUS",
    `${file}: It has several private keys: ${names.join(", ")}`,
    "GnuPG writes one with: gpg --armor --export-secret-keys FINGERPRINT > FILE",
  );
}

function readKeyFile(file: string): Buffer {
  try {
    return readRegularFile(file);
  } catch (error) {
    fail("BUNDLE_KEY_UNREADABLE", `${file}: The key cannot be read: ${(error as Error).message}`);
  }
}

function isArmored(bytes: Buffer): boolean {
  return bytes.includes("-----BEGIN PGP");
}

/** A part that the build has put into the standalone executable; undefined in any other program. */
export function embedded(name: string): Buffer | undefined {
  const { isSea, getRawAsset } = process.getBuiltinModule("node:sea");
  if (!isSea()) return undefined;
  try {
    return Buffer.from(getRawAsset(name) as ArrayBuffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SINGLE_EXECUTABLE_APPLICATION_ASSET_NOT_FOUND")
      return undefined;
    throw error;
  }
}
