import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateKey } from "openpgp";

/** The files of an OpenPGP key pair, in armour. */
export interface KeyFiles {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** Make a key pair in a directory. */
export async function signingKeys(directory: string, name: string): Promise<KeyFiles> {
  const userIDs = [{ name, email: `${name}@example.com` }];
  const made = await generateKey({ userIDs, format: "armored" });
  const files = {
    privateKey: join(directory, `${name}-private.asc`),
    publicKey: join(directory, `${name}.asc`),
  };
  writeFileSync(files.privateKey, made.privateKey, { mode: 0o600 });
  writeFileSync(files.publicKey, made.publicKey);
  return files;
}
