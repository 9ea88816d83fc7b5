import { DERIVED_SETTINGS } from "../evaluate/derived-settings.ts";
import type { LanguageSettings } from "../evaluate/settings.ts";
import type { Settings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** The settings that `$settings::` shows to manifests, besides those named after others. */
const SHOWN = [
  "allow_ciphertext",
  "basemodulepath",
  "certname",
  "codedir",
  "confdir",
  "digest_algorithm",
  "environment",
  "environmentpath",
  "hiera_config",
  "logdir",
  "noop",
  "rundir",
  "statedir",
  "strict",
  "stub_secrets",
  "strict_variables",
  "vardir",
];

const STRICT = ["off", "warning", "error"] as const;

/** The settings that change what code means. */
export function languageSettings(settings: Settings, certname: string): LanguageSettings {
  const strict = STRICT.find((word) => word === settings.get("strict"));
  if (!strict)
    throw new UsageError(`Invalid value '${settings.get("strict")}' for --strict: off, warning or error`);
  const shown = [...SHOWN, ...DERIVED_SETTINGS.keys()].flatMap((name) => {
    const value = name === "certname" ? certname : settings.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return { strict, strictVariables: settings.isOn("strict_variables"), other: Object.fromEntries(shown) };
}
