import { implicitText } from "../implicit-text.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { leadingFloat, wholeNumber } from "../numeric-text.ts";
import { parseError } from "../parse-error.ts";

const PREFIXES = "kMGTPE";

/** The bytes that a text like `4 kB` means. */
export const to_bytes = defineLegacyFunction("to_bytes", -1, (_call, args) => {
  const [size] = args;
  if (args.length !== 1) parseError(`to_bytes(): Wrong number of arguments given (${args.length} for 1)`);
  if (typeof size === "bigint" || typeof size === "number") return size;
  const [, number = "", prefix = ""] = /([0-9.e+-]*)\s*([^bB]?)/.exec(implicitText(size!))!;
  const power = prefix === "" ? 0 : PREFIXES.indexOf(prefix) + 1;
  if (prefix !== "" && power === 0) parseError(`to_bytes(): Unknown prefix ${prefix}`);
  return wholeNumber(Math.trunc(leadingFloat(number) * 1024 ** power));
});
