import { readYaml } from "../../formats/yaml/read-yaml.ts";
import type { Value } from "../../values/value.ts";

const DATE_AT_END =
  /((?:^|[:-])\s+)(\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d\S*(?: (?:Z|[-+]\S+))?)?)\s*$/gm;

/** The facts of a YAML text; dates stay the texts they were written as, for a fact is no Timestamp. */
export function factsFromYaml(text: string): Value {
  return readYaml(text.replaceAll(DATE_AT_END, '$1"$2"'));
}
