/** The settings of Puppet that change what code means; absent ones have Puppet 7's defaults. */
export interface LanguageSettings {
  readonly strict: "off" | "warning" | "error";
  readonly strictVariables: boolean;
  /** Code is for plans: their keywords are known, and what declares resources is not available. */
  readonly tasks?: boolean;
  /** Every other setting by Puppet's name, as `$settings::x` and functions see it. */
  readonly other: Readonly<Record<string, string>>;
}

export const DEFAULT_LANGUAGE_SETTINGS: LanguageSettings = {
  strict: "warning",
  strictVariables: false,
  other: {},
};
