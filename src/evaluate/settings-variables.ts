import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import type { LanguageSettings } from "./settings.ts";

/** `$settings::name`, or with `all_local` the hash of them all; undefined when there is no such setting. */
export function settingValue(name: string, { other }: LanguageSettings): Value | undefined {
  if (name === "all_local")
    return Hash.from(Object.entries(other).map(([key, text]) => [key, typed(text)] as const));
  const text = Object.hasOwn(other, name) ? other[name] : undefined;
  return text === undefined ? undefined : typed(text);
}

/** Settings are kept as text; a switch is a Boolean to manifests. */
function typed(text: string): Value {
  return text === "true" || (text === "false" ? false : text);
}
