import { hash } from "node:crypto";
import { fail } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { Binary } from "../../values/binary.ts";
import type { Value } from "../../values/value.ts";
import { implicitText } from "../implicit-text.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** The checksum of a text in hexadecimal; fails as Ruby does for anything else. */
export function hexDigest(algorithm: string, text: Value): string {
  if (text instanceof Binary) return hash(algorithm, text.bytes, "hex");
  return hash(algorithm, implicitText(text), "hex");
}

/** The MD5 checksum of a text, in hexadecimal. */
const md5 = defineLegacyFunction("md5", 1, (_call, [text]) => hexDigest("md5", text!));

/** The SHA1 checksum of a text, in hexadecimal. */
const sha1 = defineLegacyFunction("sha1", 1, (_call, [text]) => hexDigest("sha1", text!));

/** The SHA256 checksum of a text, in hexadecimal. */
const sha256 = defineLegacyFunction("sha256", 1, (_call, [text]) => hexDigest("sha256", text!));

/** The checksum of a text by the algorithm that the setting `digest_algorithm` names. */
const digest = defineLegacyFunction("digest", 1, ({ compilation }, [text]) => {
  const algorithm = compilation.settings.digestAlgorithm ?? "sha256";
  if (!["md5", "sha1", "sha224", "sha256", "sha384", "sha512"].includes(algorithm)) {
    fail("ARGUMENT_ERROR", `undefined method \`${algorithm}' for Puppet::Util::Checksums:Module`);
  }
  return hexDigest(algorithm, text!);
});

/** The functions of this chapter. */
export const digestFunctions: readonly BuiltinFunction[] = [md5, sha1, sha256, digest];
