import { Hash } from "../../values/hash.ts";

/** Lines of `name=value`; other lines are skipped, values are strings. */
export function keyValues(text: string): Hash {
  const facts: [string, string][] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^(.+?)=(.+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) facts.push([name, value]);
  }
  return Hash.from(facts);
}
