import { globSync } from "node:fs";
import { dirname as directoryOf, extname as extensionOf } from "node:path";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";

/** The last part of a path, without a suffix when one is given. */
const basename = defineLegacyFunction("basename", -1, (_call, args) => {
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

/** A path without its last part. */
const dirname = defineLegacyFunction("dirname", -1, (_call, args) => {
  const [path] = args;
  if (args.length === 0) parseError("dirname(): No arguments given");
  if (args.length > 1) parseError(`dirname(): Too many arguments given (${args.length})`);
  if (typeof path !== "string") parseError("dirname(): Requires string as argument");
  if (path === "") parseError("dirname(): Requires a non-empty string as argument");
  return directoryOf(path);
});

/** The extension of a file name, with its dot. */
const extname = defineFunction("stdlib::extname", {
  params: [param("String", "filename")],
  returns: "String",
  body: (_call, name: string) => extensionOf(name),
});

/** The paths that shell patterns match, in order. */
const glob = defineLegacyFunction("glob", -1, (_call, args) => {
  const [pattern] = args;
  if (args.length !== 1) parseError(`glob(): Wrong number of arguments given (${args.length} for 1)`);
  if (typeof pattern !== "string" && !Array.isArray(pattern)) {
    parseError("glob(): Requires either array or string to work");
  }
  const patterns: readonly Value[] = typeof pattern === "string" ? [pattern] : (pattern as readonly Value[]);
  return patterns.flatMap((each) => globSync(rubyText(each)).sort());
});

/** The functions of this chapter. */
export const pathFunctions: readonly BuiltinFunction[] = [basename, dirname, extname, glob];
