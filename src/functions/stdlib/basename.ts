import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The last part of a path, without a suffix when one is given. */
export const basename = defineLegacyFunction("basename", -1, (_call, args) => {
  const [path, suffix] = args;
  if (args.length === 0) parseError("basename(): No arguments given");
  if (args.length > 2) parseError(`basename(): Too many arguments given (${args.length})`);
  if (typeof path !== "string") parseError("basename(): Requires string as first argument");
  const name = lastPart(path);
  if (suffix === undefined) return name;
  if (typeof suffix !== "string") parseError("basename(): Requires string as second argument");
  if (suffix === ".*") return name.replace(/(?<=.)\.[^.]*$/s, "");
  return name.endsWith(suffix) && name !== suffix ? name.slice(0, name.length - suffix.length) : name;
});

function lastPart(path: string): string {
  if (path === "") return "";
  const bare = path.replace(/\/+$/, "");
  return bare === "" ? "/" : bare.slice(bare.lastIndexOf("/") + 1);
}
