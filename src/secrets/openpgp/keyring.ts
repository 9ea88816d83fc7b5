import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkMode, readKeySource, resolvePath, type Surroundings } from "../key-source.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure } from "../secret-failure.ts";
import { gnupgHome, homePrivateKeys, homePublicKeys } from "./home.ts";
import type { KeyInfo, Ring } from "./protocol.ts";
import { ask } from "./thread.ts";

/** Keys to work with, where they came from, and the passphrase that opens them. */
export interface Keyring {
  readonly ring: Ring;
  readonly origin: string;
  readonly passphrase?: string | undefined;
}

/** The private keys that options lead to: a single key given, else those of a GnuPG home. */
export function privateKeyring(options: SecretOptions, surroundings: Surroundings): Keyring {
  const passphrase = passphraseOf(options, surroundings);
  const single = options.gpg_private_key;
  if (single !== undefined) {
    const { bytes, origin } = readKeySource(single, "gpg_private_key", surroundings);
    if (origin.startsWith("/")) checkMode(origin, bytes, surroundings);
    return { ring: ringOf([bytes]), origin, passphrase };
  }
  const home = gnupgHome(options, surroundings);
  return { ring: ringOf(homePrivateKeys(home, passphrase, surroundings)), origin: home, passphrase };
}

/** The keys to encrypt to: those of the GnuPG home, and the public half of a single private key. */
export function publicKeyring(options: SecretOptions, surroundings: Surroundings): Keyring {
  const files = (options.gpg_public_keys ?? "").split(",").filter((path) => path.trim() !== "");
  const paths = files.map((path) => resolvePath(path.trim(), surroundings));
  const given = paths
    .flatMap(publicKeyFiles)
    .map((path) => readKeySource(path, "gpg_public_keys", surroundings).bytes);
  const single = options.gpg_private_key;
  const own = single === undefined ? [] : [readKeySource(single, "gpg_private_key", surroundings).bytes];
  const home = gnupgHome(options, surroundings);
  const apart = given.length + own.length > 0;
  const homeKeys = apart && !existsSync(home) ? [] : homePublicKeys(home);
  const origin = [
    ...paths,
    ...(single === undefined ? [] : [single]),
    ...(homeKeys.length > 0 || !apart ? [home] : []),
  ];
  return { ring: ringOf([...given, ...own, ...homeKeys]), origin: origin.join(", ") };
}

/** In a directory, every file named as keys are. */
function publicKeyFiles(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.(?:asc|gpg|pub|pgp)$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

/** A ring of some keys, named by what is in it. */
export function ringOf(keys: readonly Uint8Array[]): Ring {
  const hash = createHash("sha256");
  for (const key of keys) hash.update(key);
  return { name: hash.digest("hex"), keys };
}

const described = new WeakMap<Ring, readonly KeyInfo[]>();

/** What the keys of a ring say of themselves. */
export function keysIn({ ring, origin }: Pick<Keyring, "ring" | "origin">): readonly KeyInfo[] {
  const known = described.get(ring);
  if (known) return known;
  const reply = ask({ do: "describe", ring });
  if ("keys" in reply) {
    described.set(ring, reply.keys);
    return reply.keys;
  }
  const reason = "failure" in reply ? reply.failure : "no answer";
  throw new SecretFailure(`The keys of ${origin} cannot be read: ${reason}`);
}

/** A line end after a passphrase in a file does not belong to it. */
function passphraseOf(options: SecretOptions, surroundings: Surroundings): string | undefined {
  const named = options.gpg_passphrase;
  if (named === undefined) return undefined;
  const { bytes } = readKeySource(named, "gpg_passphrase", surroundings);
  const passphrase = bytes.toString().replace(/\r?\n$/, "");
  surroundings.secret(passphrase);
  return passphrase;
}
