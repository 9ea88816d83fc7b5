import type { LogEntry } from "../diagnostics/log.ts";
import { didYouMean } from "../diagnostics/near.ts";
import { locationText } from "../diagnostics/puppet-text.ts";
import { aboutWithoutEffect, PUPPET_SETTINGS } from "./puppet-settings.ts";
import type { Given } from "./setting.ts";
import type { SettingSources } from "./settings.ts";

/** What there is to say of settings that were given: names that are unknown, and what has no effect here. */
export function notesOn({ commandLine, sections = [], file = new Map() }: SettingSources): LogEntry[] {
  const unknown = [...file.values()].flatMap((section) => [...section].flatMap(unknownSetting));
  const counted = new Map([...sections].reverse().flatMap((section) => [...section]));
  const idle = [...new Map([...counted, ...commandLine])].flatMap(withoutEffect);
  return [...unknown, ...idle];
}

function unknownSetting([name, { place }]: readonly [string, Given]): LogEntry[] {
  if (PUPPET_SETTINGS.has(name)) return [];
  const hint = didYouMean(name, PUPPET_SETTINGS.keys());
  const words = `Unknown setting '${name}' is ignored ${locationText(place)}`;
  return [{ level: "warning", message: hint === undefined ? words : `${words}. ${hint}`, place }];
}

function withoutEffect([name, { place }]: readonly [string, Given]): LogEntry[] {
  const about = aboutWithoutEffect(name);
  if (about === undefined) return [];
  const words = `Setting '${name}' has no effect here: it is about ${about}`;
  return [{ level: "info", message: `${words} ${locationText(place)}`.trim(), place }];
}
