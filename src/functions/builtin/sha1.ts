import { hexDigest } from "../hex-digest.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** The SHA1 checksum of a text, in hexadecimal. */
export const sha1 = defineLegacyFunction("sha1", 1, (_call, [text]) => hexDigest("sha1", text!));
