import { PUPPET_SETTINGS } from "../settings/puppet-settings.ts";
import type { Settings } from "../settings/settings.ts";
import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import type { LanguageSettings } from "./settings.ts";

/** `$settings::name`, or with `all_local` the hash of them all; undefined when there is no such setting. */
export function settingValue(name: string, { shown }: LanguageSettings): Value | undefined {
  if (shown === undefined || name !== "all_local") return shown?.(name);
  return Hash.lazy(SHOWN, (one) => shown(one) ?? null);
}

/** What manifests see of settings: `name` is taken, as every scope has a variable of that name. */
export function showing(settings: Settings): (name: string) => Value | undefined {
  return (name) => (SHOWN.has(name) ? settings.value(name) : undefined);
}

const SHOWN = new Set([...PUPPET_SETTINGS.keys()].filter((name) => name !== "name"));
