import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";

/** A template with a value for every variable that its text names. */
export interface TemplateCase {
  readonly file: string;
  readonly variables: Readonly<Record<string, GuessedValue>>;
}

export type GuessedValue = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

const INSTANCE = /(?<!@)@([a-z_]\w*)/g;
const LOOKED_UP = /scope\.?(?:lookupvar)?\(?\s*\[?\s*['"](?:::)?([\w:]+)['"]/g;

/** Plausible variables of a template: a hash where it is walked in pairs, an array where it is walked, and so on. */
export function guessedVariables(text: string): Record<string, GuessedValue> {
  const names = [...text.matchAll(INSTANCE), ...text.matchAll(LOOKED_UP)].map(([, name = ""]) => name);
  return Object.fromEntries([...new Set(names)].map((name) => [name, guessed(name, text)]));
}

function guessed(name: string, text: string): GuessedValue {
  const use = `(?:@${name}|['"](?:::)?${name}['"]\\s*[\\])])(?:\\.(?:flatten|uniq|sort|compact))*`;
  const used = (how: string) => new RegExp(use + how).test(text);
  const leaf = name.replace(/.*::/, "");
  if (
    used("\\.(?:each|map|sort_by)\\s*(?:do|\\{)\\s*\\|\\s*\\(?\\w+\\s*,") ||
    used("\\.(?:keys|each_pair|has_key|to_a|values)") ||
    used("\\[['\"]")
  )
    return { [`b_${leaf}`]: "v1", [`a_${leaf}`]: "v2" };
  if (used("\\.(?:each|join|map|collect|select|reject|include\\?|empty\\?|any\\?|first|each_with_index)"))
    return [`x_${leaf}`, `a_${leaf}`];
  if (used("\\.to_[if]") || /port|timeout|size|max|min|count|limit|interval/.test(leaf)) return 42;
  if (leaf.includes("version")) return "2.4.1";
  if (/enable|ensure_|_ssl$|use_|is_|verbose|debug/.test(leaf)) return leaf.length % 2 === 1;
  return leaf === "osfamily" ? "Debian" : `val of ${leaf} é`;
}

/** A guessed value as the language has it. */
export function asValue(guess: GuessedValue): Value {
  if (typeof guess === "number") return BigInt(guess);
  if (Array.isArray(guess)) return guess;
  return typeof guess === "object" ? Hash.of(guess as Record<string, string>) : guess;
}
