import { abbreviated, isEncrypted } from "../../secrets/tokens.ts";
import type { Hash } from "../../values/hash.ts";
import type { LookupContext } from "../context.ts";
import { lookupFail } from "../lookup-failure.ts";
import type { Segment } from "../split-key.ts";

export { isEncrypted };

/** An encrypted value as it stands in a file, and the options of the hierarchy entry (keys, gpg home and such). */
export interface EncryptedText {
  readonly text: string;
  readonly options: Hash;
  /** The directory of the hiera.yaml, which relative paths in the options belong to. */
  readonly root: string | undefined;
  /** The value's key, dotted. */
  readonly key: string;
  readonly file: string;
  /** The texts in the plain text that are secrets by themselves; by default the whole. */
  readonly secretsIn?: ((plain: string) => Iterable<string>) | undefined;
}

/** Replaces every `ENC[...]` of a text with what it hides; throws when it cannot. */
export type Decrypt = (encrypted: EncryptedText) => string;

/** Where a value stands: the way to it in its file, and how the file is read. */
export interface EncryptedPlace {
  readonly path: readonly Segment[];
  readonly file: string;
  readonly options: Hash;
  readonly context: LookupContext;
}

/** A text of a data file with what is encrypted in it decrypted; fails naming the value and its line. */
export function plainText(
  text: string,
  { path, file, options, context }: EncryptedPlace,
  secretsIn?: EncryptedText["secretsIn"],
): string {
  if (!isEncrypted(text)) return text;
  const { layers } = context.invocation;
  const key = path.join(".");
  try {
    if (!layers.decrypt) throw new Error("no key to decrypt it with is configured");
    const plain = layers.decrypt({ text, options, root: context.configRoot, key, file, secretsIn });
    return secretsIn ? plain : plain.replace(/\r?\n$/, "");
  } catch (error) {
    const { message: reason, hint } =
      error instanceof Error ? (error as Error & { hint?: string }) : unknown(error);
    const place = layers.places.of({ kind: "path", original: file, location: file, exists: true }, path) ?? {
      file,
    };
    const message =
      path.length === 0
        ? `Unable to decrypt ${file}: ${reason}`
        : `hiera-eyaml backend error decrypting ${abbreviated(text)} when looking up ${key} in ${file}. Error was ${reason}`;
    return lookupFail(message, place, hint);
  }
}

function unknown(error: unknown): { message: string; hint?: string } {
  return { message: String(error) };
}
