import { hexDigest } from "../hex-digest.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** The MD5 checksum of a text, in hexadecimal. */
export const md5 = defineLegacyFunction("md5", 1, (_call, [text]) => hexDigest("md5", text!));
