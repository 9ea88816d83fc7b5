import { readYaml } from "../../formats/yaml/read-yaml.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { readOrDefault } from "../read-or-default.ts";

/** The data in a YAML file or web page, or a default. */
export const loadyaml = defineLegacyFunction("loadyaml", -2, (call, args) =>
  readOrDefault(call, args, readYaml),
);
