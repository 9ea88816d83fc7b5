import type { LanguageSettings } from "../evaluate/settings.ts";
import { showing } from "../evaluate/settings-variables.ts";
import type { Settings } from "../settings/settings.ts";
import type { Options } from "./options.ts";

/** The settings that change what code means. */
export function languageSettings(settings: Settings, options: Options): LanguageSettings {
  return {
    strict: settings.text("strict") as LanguageSettings["strict"],
    strictVariables: settings.isOn("strict_variables"),
    tasks: settings.isOn("tasks"),
    disabledWarnings: settings.words("disable_warnings"),
    digestAlgorithm: settings.text("digest_algorithm"),
    ciphertextAllowed: options.value("allow_ciphertext")?.split(/\s*,\s*/) ?? [],
    stubSecrets: options.switch("stub_secrets") === true,
    shown: showing(settings),
  };
}
