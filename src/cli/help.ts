import type { Command } from "./command.ts";
import type { CommandEntry } from "./commands.ts";
import type { OptionSpec } from "./options.ts";

/** The program's commands, a line each. */
export function overview(commands: readonly CommandEntry[]): string {
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  return `Usage: nostrings COMMAND [OPTION...]\n\n${rows.join("\n")}\n\nSee 'nostrings help COMMAND'.\n`;
}

/** How one command is called. */
export function helpOf(command: Command): string {
  const options = command.options.map(optionRow);
  const settings = command.settings
    ? "\n\nEvery setting of Puppet is a long option too, e.g. --modulepath DIRS."
    : "";
  return `Usage: nostrings ${command.usage}\n\n${command.summary}.\n\n${options.join("\n")}${settings}\n`;
}

function optionRow({ name, short, value, help }: OptionSpec): string {
  const long = `--${name.replaceAll("_", "-")}${value ? ` ${value}` : ""}`;
  return `  ${short ? `-${short}, ` : "    "}${long.padEnd(28)} ${help}`;
}
