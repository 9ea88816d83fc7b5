import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import { DERIVED_SETTINGS } from "./derived-settings.ts";
import { SETTING_DEFAULTS } from "./setting-defaults.ts";
import type { LanguageSettings } from "./settings.ts";

/** `$settings::name`, or with `all_local` the hash of them all; undefined when there is no such setting. */
export function settingValue(name: string, settings: LanguageSettings): Value | undefined {
  return name === "all_local" ? Hash.from(allSettings(settings)) : allSettings(settings).get(name);
}

const known = new WeakMap<LanguageSettings, ReadonlyMap<string, Value>>();

function allSettings(settings: LanguageSettings): ReadonlyMap<string, Value> {
  const found = known.get(settings) ?? gathered(settings);
  known.set(settings, found);
  return found;
}

function gathered({ strict, strictVariables, tasks = false, other }: LanguageSettings): Map<string, Value> {
  const values = new Map<string, Value>([
    ...SETTING_DEFAULTS,
    ...Object.entries(other).map(([name, text]) => [name, typed(text)] as const),
    ["strict", strict],
    ["strict_variables", strictVariables],
    ["tasks", tasks],
  ]);
  for (const [name, text] of DERIVED_SETTINGS) {
    const value = values.has(name) ? undefined : filledIn(text, values);
    if (value !== undefined) values.set(name, value);
  }
  return values;
}

/** A setting's text with the values of others in place of their names; undefined when one of them has none. */
function filledIn(text: string, values: ReadonlyMap<string, Value>): string | undefined {
  const known = [...text.matchAll(/\$(\w+)/g)].every(([, other = ""]) => values.has(other));
  return known ? text.replace(/\$(\w+)/g, (_, other: string) => String(values.get(other))) : undefined;
}

/** Settings are kept as text; a switch is a Boolean to manifests. */
function typed(text: string): Value {
  return text === "true" || (text === "false" ? false : text);
}
