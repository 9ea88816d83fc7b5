import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { psychYaml } from "../../formats/yaml/psych-yaml.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

/** A value as a document of YAML, written as Ruby writes it. */
export const to_yaml = defineFunction("to_yaml", {
  params: [param("Any", "data"), optionalParam("Hash", "options")],
  body(_call, data: Value, options: Hash = Hash.empty) {
    const indentation = options.get("indentation");
    return psychYaml(data, typeof indentation === "bigint" ? Number(indentation) : 2);
  },
});
