import { didYouMean } from "../../diagnostics/near.ts";
import type { Terminal } from "../../report/terminal.ts";
import { PUPPET_SETTINGS } from "../../settings/puppet-settings.ts";
import type { Command } from "../command.ts";
import { settingLines, withinOwn } from "../print-settings.ts";
import { settingsOf } from "../settings.ts";

export const configPrint: Command = {
  name: "config print",
  usage: "config print [SETTING...]",
  summary: "Print the values of settings: of one the bare value, of several a line each, without any of all",
  options: [
    { name: "section", value: "SECTION", help: "The section of puppet.conf that counts besides main" },
    { name: "verbose", short: "v", help: "Accepted for Puppet's sake" },
    { name: "debug", short: "d", help: "Accepted for Puppet's sake" },
  ],
  settings: true,
  async run({ options, positionals, terminal }) {
    const settings = settingsOf(options.without("section"), [options.value("section") ?? "main", "main"]);
    for (const name of positionals) warnOfUnknown(name, terminal);
    const isAll = positionals.length === 0 || positionals.join() === "all";
    terminal.out(settingLines(isAll ? [...PUPPET_SETTINGS.keys()] : positionals, withinOwn(settings)));
    return 0;
  },
};

function warnOfUnknown(name: string, terminal: Terminal): void {
  if (name === "all" || PUPPET_SETTINGS.has(name)) return;
  const hint = didYouMean(name, PUPPET_SETTINGS.keys());
  terminal.err(`Warning: There is no setting '${name}'.${hint === undefined ? "" : ` ${hint}`}\n`);
}
