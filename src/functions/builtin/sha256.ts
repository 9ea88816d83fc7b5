import { hexDigest } from "../hex-digest.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** The SHA256 checksum of a text, in hexadecimal. */
export const sha256 = defineLegacyFunction("sha256", 1, (_call, [text]) => hexDigest("sha256", text!));
