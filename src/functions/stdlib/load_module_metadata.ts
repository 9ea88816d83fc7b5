import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isTrue } from "../../evaluate/truth.ts";
import { parseJson } from "../../formats/json/parse-json.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";
import { modulePath } from "./get_module_path.ts";

/** What the metadata.json of a module says. */
export const load_module_metadata = defineLegacyFunction("load_module_metadata", -1, (call, args) => {
  if (args.length !== 1 && args.length !== 2) {
    parseError("load_module_metadata(): Wrong number of arguments, expects one or two");
  }
  const name = rubyText(args[0]!);
  const file = join(modulePath(call, name), "metadata.json");
  if (existsSync(file)) return parseJson(readFileSync(file, "utf8"));
  if (isTrue(args[1] ?? null)) return Hash.empty;
  return parseError(`load_module_metadata(): No metadata.json file for module ${name}`);
});
