import { fail } from "../../diagnostics/failure.ts";
import { hexDigest } from "../hex-digest.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** The checksum of a text by the algorithm that the setting `digest_algorithm` names. */
export const digest = defineLegacyFunction("digest", 1, ({ compilation }, [text]) => {
  const algorithm = compilation.settings.other.digest_algorithm ?? "sha256";
  if (!["md5", "sha1", "sha224", "sha256", "sha384", "sha512"].includes(algorithm)) {
    fail("ARGUMENT_ERROR", `undefined method \`${algorithm}' for Puppet::Util::Checksums:Module`);
  }
  return hexDigest(algorithm, text!);
});
