import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** A text with CR and LF at its line ends. */
export const unix2dos = defineLegacyFunction("unix2dos", 1, (_call, [text]) => {
  if (typeof text !== "string") parseError("unix2dos(): Requires string as argument");
  return text.replace(/\r*\n/g, "\r\n");
});
