import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import { lookupFail } from "./lookup-failure.ts";
import type { LookupKey } from "./lookup-key.ts";

const PATTERN_START = "^";

/** The `lookup_options` that apply to the keys of a module (or to all keys), ready to be asked. */
export class LookupOptions {
  readonly #keys: ReadonlyMap<string, Hash>;
  readonly #patterns: readonly (readonly [RegExp, Hash])[];

  constructor(options: Hash) {
    const entries = [...options].map(([key, value]): [string, Hash] => [String(key), value as Hash]);
    this.#keys = new Map(entries.filter(([key]) => !key.startsWith(PATTERN_START)));
    this.#patterns = entries
      .filter(([key]) => key.startsWith(PATTERN_START))
      .map(([key, value]) => [rubyPattern(key), value]);
  }

  /** The options of a key: those under its own name, else those of the first pattern it matches. */
  of(key: LookupKey): Hash | undefined {
    return this.#keys.get(key.root) ?? this.#patterns.find(([pattern]) => pattern.test(key.root))?.[1];
  }
}

/** Fail unless `lookup_options` is a hash, whose keys in a module's data are all of that module. */
export function checkLookupOptions(options: Value | undefined, moduleName?: string): Hash | undefined {
  if (options === undefined || options === null) return undefined;
  if (!(options instanceof Hash)) return lookupFail("value of lookup_options must be a hash");
  if (moduleName === undefined) return options;
  const prefix = `${moduleName}::`;
  for (const key of [...options.keys()].map(String)) {
    if (key.startsWith(PATTERN_START)) {
      if (key.slice(1, prefix.length + 1) === prefix) continue;
      lookupFail(`all lookup_options patterns must match a key starting with module name '${moduleName}'`);
    }
    if (!key.startsWith(prefix))
      lookupFail(`all lookup_options keys must start with module name '${moduleName}'`);
  }
  return options;
}

/** A pattern as Ruby reads it: `^` and `$` at every line, `\A`, `\z` and `\Z` at the ends of the text. */
function rubyPattern(source: string): RegExp {
  const translated = source.replace(/\\([AzZh])/g, (_all, letter: string) => RUBY_ONLY[letter] ?? "");
  try {
    return new RegExp(translated, "m");
  } catch (error) {
    return lookupFail(`${error instanceof Error ? error.message : error}`);
  }
}

const RUBY_ONLY: Readonly<Record<string, string>> = {
  A: "(?<![\\s\\S])",
  z: "(?![\\s\\S])",
  Z: "(?=\\n?(?![\\s\\S]))",
  h: "[0-9a-fA-F]",
};
