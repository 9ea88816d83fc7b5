import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { type Kind, textOf } from "../kind.ts";

/** Options for a package tool: texts, and hashes whose entries become `key=value`, ordered by key. */
export const packageOptions: Kind<readonly string[]> = {
  many: true,
  parse: (value) => (Array.isArray(value) ? value : [value]).flatMap((option: Value) => words(option)),
};

function words(option: Value): string[] {
  if (typeof option === "string") return [quoted(option)];
  if (!(option instanceof Hash)) return fail("INVALID_VALUE", "Expected either a string or hash of options");
  const pairs = [...option].map(([key, value]) => [quoted(textOf(key)), quoted(textOf(value))] as const);
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}=${value}`);
}

/** As Puppet quotes them, although no shell sees them. */
function quoted(word: string): string {
  return word.includes(" ") ? `"${word.replaceAll('"', '\\"')}"` : word;
}
