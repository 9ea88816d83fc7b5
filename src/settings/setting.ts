import type { Place } from "../diagnostics/issue.ts";

/**
 * The types of Puppet's settings (lib/puppet/settings/*_setting.rb); besides, for options of our own, `seconds`, a
 * duration that may have a fraction, and `count`, a whole number from 0 on.
 */
export type SettingType =
  | "string"
  | "boolean"
  | "integer"
  | "port"
  | "duration"
  | "ttl"
  | "seconds"
  | "count"
  | "enum"
  | "array"
  | "path"
  | "file"
  | "directory"
  | "file_or_directory"
  | "terminus"
  | "priority"
  | "autosign"
  | "certificate_revocation"
  | "server_list"
  | "http_extra_headers"
  | "alias";

/** What a setting takes, and what it is for. */
export interface Setting {
  readonly type: SettingType;
  /** As it would be written in puppet.conf; without one it is unset, or computed. */
  readonly default?: string;
  /** The words that an `enum` takes. */
  readonly values?: readonly string[];
  /** The setting that an `alias` stands for. */
  readonly of?: string;
  /** The letter of the short option. */
  readonly short?: string;
  readonly doc: string;
}

/** Settings by name. */
export type SettingTable = Readonly<Record<string, Setting>>;

/** A value as it was written: `true` and `false` in any case are booleans before their setting is known. */
export type Raw = string | boolean;

/** A value, and where it was given. */
export interface Given {
  readonly value: Raw;
  readonly place?: Place | undefined;
}

/** What was written, as every source of settings reads it: quotes at its ends go (value_translator.rb). */
export function rawValue(text: string): Raw {
  if (/^true$/im.test(text)) return true;
  if (/^false$/im.test(text)) return false;
  return text.replace(/^["']|["']$/gm, "").replace(/\s+$/, "");
}
