import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** A text with LF instead of CR and LF at its line ends. */
export const dos2unix = defineLegacyFunction("dos2unix", 1, (_call, [text]) => {
  if (typeof text !== "string") parseError("dos2unix(): Requires string as argument");
  return text.replace(/\r\n/g, "\n");
});
