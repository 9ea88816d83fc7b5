import type { DeclaredResource } from "../catalog/declared-resource.ts";
import { Failure } from "../diagnostics/failure.ts";
import type { Compilation } from "../evaluate/compilation.ts";
import { Hash } from "../values/hash.ts";
import { Sensitive } from "../values/sensitive.ts";
import type { Value } from "../values/value.ts";

/**
 * What must have been decrypted before it reaches a resource: a token of hiera-eyaml, also one that is cut off, and a
 * message in OpenPGP's armour. Other text that begins like a token, such as `ENC[utf8]`, is what somebody wrote.
 */
const CIPHERTEXT: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/ENC\[(?:PKCS7|GPG),\s*[A-Za-z0-9+/]{2}/i, "an encrypted value (ENC[...])"],
  [/-----BEGIN PGP MESSAGE-----/, "an encrypted OpenPGP message"],
];

/** Fail on parameters with ciphertext in them, unless `--allow-ciphertext` names the resource or parameter. */
export function refuseCiphertext({ catalog, settings }: Compilation): void {
  const allowed = new Set(settings.ciphertextAllowed);
  for (const resource of catalog.resources()) {
    const ref = resource.reference;
    if (allowed.has(ref)) continue;
    for (const [name, { value }] of resource.parameters) {
      const found = allowed.has(`${ref}/${name}`) ? undefined : ciphertextIn(value);
      if (found !== undefined) refuse(resource, name, found);
    }
  }
}

function refuse(resource: DeclaredResource, name: string, what: string): never {
  const { file, line } = resource.parameters.get(name)?.place ?? resource.place;
  const ref = resource.reference;
  throw new Failure({
    code: "CIPHERTEXT_IN_CATALOG",
    severity: "error",
    message: `Parameter ${name} of ${ref} is ${what} that was not decrypted`,
    hint: `Look it up in an entry with lookup_key: eyaml_lookup_key; if it is meant, --allow-ciphertext='${ref}/${name}'`,
    place: { file: file ?? resource.place.file, line: line ?? resource.place.line },
  });
}

function ciphertextIn(value: Value): string | undefined {
  if (typeof value === "string") return CIPHERTEXT.find(([pattern]) => pattern.test(value))?.[1];
  if (value instanceof Sensitive) return ciphertextIn(value.value);
  if (Array.isArray(value)) return firstIn(value);
  if (value instanceof Hash) return firstIn([...value.entries()].flat());
  return undefined;
}

function firstIn(values: readonly Value[]): string | undefined {
  for (const value of values) {
    const found = ciphertextIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
