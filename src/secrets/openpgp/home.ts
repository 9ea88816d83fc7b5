import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readRegularFile } from "../../source/read-file.ts";
import { checkMode, resolvePath, type Surroundings } from "../key-source.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure } from "../secret-failure.ts";
import { exportSecretKeys } from "./run-gpg.ts";

/** GnuPG's directory: the option, else the variables of hiera-eyaml-gpg and of GnuPG, else the user's own. */
export function gnupgHome(options: SecretOptions, surroundings: Surroundings): string {
  const { env } = surroundings;
  const named = options.gpg_gnupghome ?? env.HIERA_EYAML_GPG_GNUPGHOME ?? env.GNUPGHOME ?? "~/.gnupg";
  return resolvePath(named, surroundings);
}

/** The private keys of a home: read from `secring.gpg` of GnuPG 1, exported by gpg from what later versions keep. */
export function homePrivateKeys(
  home: string,
  passphrase: string | undefined,
  surroundings: Surroundings,
): Buffer[] {
  refuseMissing(home);
  const ring = join(home, "secring.gpg");
  const agentKeys = join(home, "private-keys-v1.d");
  const old = existsSync(ring) ? readRing(ring) : Buffer.alloc(0);
  if (old.length > 0) checkMode(ring, old, surroundings);
  const hasNew = existsSync(agentKeys) && readdirSync(agentKeys).some((name) => name.endsWith(".key"));
  if (hasNew) return [...(old.length > 0 ? [old] : []), exportSecretKeys(home, passphrase)];
  return old.length > 0 ? [old] : [];
}

/** The public keys of a home: `pubring.gpg`, and `pubring.kbx`. */
export function homePublicKeys(home: string): Buffer[] {
  refuseMissing(home);
  const ring = join(home, "pubring.gpg");
  const box = join(home, "pubring.kbx");
  return [
    ...(existsSync(ring) ? [readRing(ring)] : []),
    ...(existsSync(box) ? keyboxKeys(readRing(box)) : []),
  ];
}

function refuseMissing(home: string): void {
  if (existsSync(home)) return;
  throw new SecretFailure(
    `GnuPG's directory ${home} does not exist`,
    "Set gpg_gnupghome in the options of the hierarchy entry, or gpg_private_key for a machine without a keyring",
  );
}

function readRing(path: string): Buffer {
  try {
    return readRegularFile(path);
  } catch (error) {
    throw new SecretFailure(`${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

const OPENPGP_BLOB = 2;
const HEADER = 16;

/** The keys in GnuPG's `pubring.kbx`: blobs, each with the packets of one public key (GnuPG, kbx/keybox-blob.c). */
export function keyboxKeys(bytes: Buffer): Buffer[] {
  const keys: Buffer[] = [];
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length < HEADER || at + length > bytes.length) break;
    const blob = bytes.subarray(at, at + length);
    if (blob[4] === OPENPGP_BLOB) {
      const start = blob.readUInt32BE(8);
      keys.push(blob.subarray(start, start + blob.readUInt32BE(12)));
    }
    at += length;
  }
  return keys;
}
