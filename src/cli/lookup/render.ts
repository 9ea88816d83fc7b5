import { toJson } from "../../formats/json/write-json.ts";
import { writeYaml } from "../../formats/yaml/write-yaml.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";

/** The formats of `--render-as` that make sense on a terminal. */
export const LOOKUP_FORMATS = ["s", "json", "yaml"] as const;
export type LookupFormat = (typeof LOOKUP_FORMATS)[number];

const RENDERERS: Readonly<Record<LookupFormat, (value: Value) => string>> = {
  s: rubyText,
  json: toJson,
  yaml: (value) => writeYaml(value),
};

/** A value as `puppet lookup` prints it. */
export function renderValue(value: Value, format: LookupFormat): string {
  return ended(RENDERERS[format](value));
}

/** An explanation as data; in YAML a value that several steps report is written once. */
export function renderExplanation(data: Hash, format: LookupFormat): string {
  return format === "yaml" ? writeYaml(data, { shared: reportedTwice(data) }) : renderValue(data, format);
}

function reportedTwice(data: Hash): Set<unknown> {
  const once = new Set<unknown>();
  const twice = new Set<unknown>();
  const visit = (node: Hash): void => {
    for (const [key, member] of node) {
      if (String(key) === "branches") for (const branch of member as readonly Hash[]) visit(branch);
      if (String(key) !== "value" || (!Array.isArray(member) && !(member instanceof Hash))) continue;
      (once.has(member) ? twice : once).add(member);
    }
  };
  visit(data);
  return twice;
}

function ended(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
