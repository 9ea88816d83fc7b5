import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { LookupContext } from "../context.ts";
import { lookupFail } from "../lookup-failure.ts";
import { yamlData } from "./yaml-data.ts";

/** An encrypted value as it stands in a file, and the options of the hierarchy entry (keys, gpg home and such). */
export interface EncryptedText {
  readonly text: string;
  readonly key: string;
  readonly file: string;
  readonly options: Hash;
}

/** Replaces every `ENC[...]` of a text with what it hides; throws when it cannot. */
export type Decrypt = (encrypted: EncryptedText) => string;

const ENCRYPTED = /ENC\[[^\n]*?\]/;
const NO_PATH =
  "'eyaml_lookup_key': one of 'path', 'paths' 'glob', 'globs' or 'mapped_paths' must be declared in hiera.yaml when using this lookup_key function";

/** The lookup_key function of hiera-eyaml: a YAML file in which single values are encrypted. */
export function eyamlLookupKey([name, options]: readonly Value[], context: LookupContext): Value {
  const key = String(name);
  if (context.cacheHasKey(key)) return context.cachedValue(key);
  const given = options instanceof Hash ? options : Hash.empty;
  const path = given.get("path");
  if (typeof path !== "string") return fail("ARGUMENT_MISMATCH", NO_PATH);
  const value = yamlData(path, context).get(key);
  if (value === undefined) return context.notFound();
  return context.cache(key, decrypted(value, { key, file: path, options: given }, context));
}

function decrypted(value: Value, about: Omit<EncryptedText, "text">, context: LookupContext): Value {
  if (typeof value === "string") return context.interpolate(plainText({ ...about, text: value }, context));
  if (Array.isArray(value)) return value.map((item) => decrypted(item, about, context));
  if (!(value instanceof Hash)) return value;
  return Hash.from(
    [...value].map(([key, member]): [Value, Value] => [
      context.interpolate(key),
      decrypted(member, about, context),
    ]),
  );
}

function plainText(encrypted: EncryptedText, context: LookupContext): string {
  const { text, key, file } = encrypted;
  if (!ENCRYPTED.test(text)) return text;
  const { decrypt } = context.invocation.layers;
  try {
    if (!decrypt) throw new Error("no key to decrypt it with is configured");
    return decrypt(encrypted).replace(/\r?\n$/, "");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `hiera-eyaml backend error decrypting ${text} when looking up ${key} in ${file}. Error was ${reason}`;
    return lookupFail(message, { file });
  }
}
