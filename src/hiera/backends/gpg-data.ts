import { Failure } from "../../diagnostics/failure.ts";
import { unarmoured } from "../../secrets/openpgp/packets.ts";
import { tokenText } from "../../secrets/tokens.ts";
import { readRegularFile } from "../../source/read-file.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { LookupContext } from "../context.ts";
import { lookupFail } from "../lookup-failure.ts";
import { plainText } from "./eyaml-text.ts";
import { yamlHash } from "./yaml-data.ts";

/** The hash in a YAML file that is encrypted as a whole with OpenPGP, as hiera-gpg has them; every leaf is a secret. */
export function gpgData(file: string, options: Hash, context: LookupContext): Hash {
  const text = tokenText("GPG", unarmoured(contentOf(file)));
  const place = { path: [], file, options, context };
  return yamlHash(
    file,
    plainText(text, place, (plain) => leaves(yamlHash(file, plain, context))),
    context,
  );
}

function contentOf(file: string): Buffer {
  try {
    return readRegularFile(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    return lookupFail(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, { file });
  }
}

function* leaves(value: Value): Iterable<string> {
  if (typeof value === "string" || typeof value === "bigint" || typeof value === "number")
    yield String(value);
  else if (Array.isArray(value)) for (const item of value as readonly Value[]) yield* leaves(item);
  else if (value instanceof Hash) for (const member of value.values()) yield* leaves(member);
}
