import { AGENT } from "./puppet/agent.ts";
import { CERTIFICATES } from "./puppet/certificates.ts";
import { HERE } from "./puppet/here.ts";
import { DEVICES, LDAP, MODULE_TOOL } from "./puppet/other-tools.ts";
import { PROGRAM } from "./puppet/program.ts";
import { SERVER } from "./puppet/server.ts";
import type { Setting, SettingTable } from "./setting.ts";

/** Settings that are accepted and mean nothing here, by what they are about. */
export const WITHOUT_EFFECT: readonly (readonly [about: string, settings: SettingTable])[] = [
  ["Puppet servers", SERVER],
  ["Puppet's agent", AGENT],
  ["certificates of a Puppet server", CERTIFICATES],
  ["network devices", DEVICES],
  ["LDAP servers", LDAP],
  ["the installation of modules", MODULE_TOOL],
  ["the insides of Puppet's own program", PROGRAM],
];

/** All settings of Puppet 7.23 (lib/puppet/defaults.rb), by name. */
export const PUPPET_SETTINGS: ReadonlyMap<string, Setting> = new Map(
  [HERE, ...WITHOUT_EFFECT.map(([, table]) => table)].flatMap((table) => Object.entries(table)),
);

/** What a setting is about that means nothing here; undefined for those that do something. */
export function aboutWithoutEffect(name: string): string | undefined {
  return WITHOUT_EFFECT.find(([, table]) => Object.hasOwn(table, name))?.[0];
}

/** Settings that environments have and puppet.conf must not. */
export const OF_ENVIRONMENTS = ["modulepath", "manifest", "config_version"];
