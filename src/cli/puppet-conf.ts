import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The settings of a puppet.conf that count for `puppet apply`: section `main`, then `user` over it.
 * See https://www.puppet.com/docs/puppet/7/config_file_main.html.
 */
export function readPuppetConf(confdir: string): ReadonlyMap<string, string> {
  const file = join(confdir, "puppet.conf");
  if (!existsSync(file)) return new Map();
  const sections = parseSections(readFileSync(file, "utf8"));
  return new Map([...(sections.get("main") ?? []), ...(sections.get("user") ?? [])]);
}

function parseSections(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  sections.set("main", current);
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[([\w:]+)\]\s*$/.exec(line)?.[1];
    if (section !== undefined) {
      current = sections.get(section) ?? new Map();
      sections.set(section, current);
    }
    const setting = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line);
    if (setting) current.set(setting[1]!, unquoted(setting[2]!));
  }
  return sections;
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}
