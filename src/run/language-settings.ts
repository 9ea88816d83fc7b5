import type { LanguageSettings } from "../evaluate/settings.ts";
import { showing } from "../evaluate/settings-variables.ts";
import type { Settings } from "../settings/settings.ts";
import type { CompileRequest } from "./request.ts";

/** The settings that change what code means. */
export function languageSettings(
  settings: Settings,
  { ciphertextAllowed = [], stubSecrets = false }: CompileRequest,
): LanguageSettings {
  return {
    strict: settings.text("strict") as LanguageSettings["strict"],
    strictVariables: settings.isOn("strict_variables"),
    tasks: settings.isOn("tasks"),
    disabledWarnings: settings.words("disable_warnings"),
    digestAlgorithm: settings.text("digest_algorithm"),
    ciphertextAllowed,
    stubSecrets,
    shown: showing(settings),
  };
}
