import type { Value } from "../values/value.ts";

/** The settings of Puppet that change what code means; absent ones have Puppet 7's defaults. */
export interface LanguageSettings {
  readonly strict: "off" | "warning" | "error";
  readonly strictVariables: boolean;
  /** Code is for plans: their keywords are known, and what declares resources is not available. */
  readonly tasks?: boolean;
  /** Kinds of warnings that are not given: `deprecations`, `undefined_variables`, `undefined_resources`. */
  readonly disabledWarnings?: readonly string[];
  readonly digestAlgorithm?: string;
  /** References of resources, and of their parameters, that may have ciphertext. */
  readonly ciphertextAllowed?: readonly string[];
  /** Placeholders stand for values that cannot be decrypted. */
  readonly stubSecrets?: boolean;
  /** The value of `$settings::name`; undefined when there is no such setting. */
  readonly shown?: (name: string) => Value | undefined;
}

export const DEFAULT_LANGUAGE_SETTINGS: LanguageSettings = { strict: "warning", strictVariables: false };
