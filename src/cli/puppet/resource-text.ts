import { writeYaml } from "../../formats/yaml/write-yaml.ts";
import { fromPlain } from "../../values/plain.ts";
import type { ResourceState } from "./resource-state.ts";

/** A resource as code, its arrows in a column. */
export function resourceText(type: string, { title, attributes }: ResourceState): string {
  const width = Math.max(...[...attributes.keys()].map(({ length }) => length));
  const lines = [...attributes].map(([name, value]) => `  ${name.padEnd(width)} => ${shown(value)},\n`);
  return `${type} { ${quoted(title)}:\n${lines.join("")}}\n`;
}

/** Resources as data for Hiera. */
export function resourceYaml(type: string, states: readonly ResourceState[]): string {
  const byTitle = states.map(({ title, attributes }) => [title, Object.fromEntries(attributes)] as const);
  return writeYaml(fromPlain({ [type]: Object.fromEntries(byTitle) }));
}

/** A text in single quotes of the language. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  return typeof value === "number" || typeof value === "bigint" ? String(value) : quoted(String(value));
}
