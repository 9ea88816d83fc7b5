import type { Command } from "../command.ts";
import { BOOLEAN_SETTINGS, VALUE_SETTINGS } from "../puppet-settings.ts";
import { Settings } from "../settings.ts";

export const configPrint: Command = {
  name: "config print",
  usage: "config print [SETTING...]",
  summary: "Print the values of settings: of one the bare value, of several a line each, without any of all",
  options: [{ name: "section", value: "SECTION", help: "Accepted for Puppet's sake; has no effect" }],
  settings: true,
  async run({ options, positionals, terminal }) {
    const settings = new Settings(options);
    const [only, ...more] = positionals;
    const names = only === undefined || only === "all" ? allNames() : positionals;
    const isOne = only !== undefined && only !== "all" && more.length === 0;
    const lines = names.map((name) => (isOne ? settings.text(name) : `${name} = ${settings.text(name)}`));
    terminal.out(`${lines.join("\n")}\n`);
    return 0;
  },
};

function allNames(): string[] {
  return [...BOOLEAN_SETTINGS, ...VALUE_SETTINGS].sort();
}
