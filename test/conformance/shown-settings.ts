import type { LanguageSettings } from "../../src/evaluate/settings.ts";
import { showing } from "../../src/evaluate/settings-variables.ts";
import { Settings } from "../../src/settings/settings.ts";
import type { Hash } from "../../src/values/hash.ts";

/** What manifests see of the settings of a request, and what functions ask of them. */
export function shownSettings(given: Hash): Partial<LanguageSettings> {
  const texts = [...given]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, String(value)]);
  const settings = new Settings({ commandLine: new Map(), defaults: Object.fromEntries(texts) });
  return {
    shown: showing(settings),
    digestAlgorithm: settings.text("digest_algorithm"),
    disabledWarnings: settings.words("disable_warnings"),
  };
}
