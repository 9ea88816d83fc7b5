import { readJson } from "../../formats/json/read-json.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { readOrDefault } from "../read-or-default.ts";

/** The data in a JSON file or web page, or a default. */
export const loadjson = defineLegacyFunction("loadjson", -2, (call, args) =>
  readOrDefault(call, args, readJson),
);
