import { Failure } from "../diagnostics/failure.ts";
import { didYouMean } from "../diagnostics/near.ts";
import { locationText, puppetText } from "../diagnostics/puppet-text.ts";
import { systemMessage } from "../machine/system-error.ts";
import { issueDetail } from "../report/issue-text.ts";
import type { Terminal } from "../report/terminal.ts";
import { VERSION, versionLine } from "../report/version.ts";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { helpOf, overview } from "./help.ts";
import { unsupportedNode } from "./node-version.ts";
import { parseArguments } from "./options.ts";
import { printedInstead } from "./print-settings.ts";
import { fromPuppet, PUPPET_COMMANDS } from "./puppet/commands.ts";
import { UsageError } from "./usage-error.ts";

/** Puppet's own version whose language and words are followed; what `puppet --version` answers. */
const PUPPET_VERSION = "7.23.0";

/** Run the command that a command line names; gives the exit code. Never throws. */
export async function runCommandLine(
  argv: readonly string[],
  program: string,
  terminal: Terminal,
): Promise<number> {
  const asPuppet = program === "puppet";
  try {
    const refusal = unsupportedNode(process.versions.node);
    if (refusal !== undefined) throw new UsageError(refusal);
    const [name, ...rest] = asPuppet ? fromPuppet(argv) : argv;
    if (name === undefined || name === "--help" || name === "-h") return print(terminal, overview(COMMANDS));
    if (name === "help") return print(terminal, await helpText(rest[0], asPuppet));
    const asked = [name, rest[0]].some((word) => word === "--version" || word === "-V");
    if (asked || (name === "version" && rest.length === 0)) {
      return print(terminal, `${asPuppet ? PUPPET_VERSION : versionLine(VERSION)}\n`);
    }
    const command = await commandNamed(name, asPuppet);
    if (rest.includes("--help") || rest.includes("-h")) return print(terminal, helpOf(command));
    const parsed = parseArguments(rest, command.options, command.settings);
    if (parsed.wrong) {
      command.refused?.(parsed.options, parsed.wrong);
      throw parsed.wrong;
    }
    const printed = command.settings ? printedInstead(parsed.options, terminal) : undefined;
    return printed ?? (await command.run({ ...parsed, terminal, asPuppet }));
  } catch (error) {
    return explain(error, asPuppet ? "puppet" : "nostrings", terminal);
  }
}

async function helpText(name: string | undefined, asPuppet: boolean): Promise<string> {
  return name === undefined ? overview(COMMANDS) : helpOf(await commandNamed(name, asPuppet));
}

async function commandNamed(name: string, asPuppet: boolean): Promise<Command> {
  const commands = asPuppet ? [...PUPPET_COMMANDS, ...COMMANDS] : COMMANDS;
  const entry = commands.find((candidate) => candidate.name === name);
  if (entry) return entry.load();
  const hint = didYouMean(
    name,
    commands.map((candidate) => candidate.name),
  );
  throw new UsageError(`Unknown command '${name}'.${hint ? ` ${hint}` : ""}`);
}

function print(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}

function explain(error: unknown, program: string, terminal: Terminal): number {
  if (error instanceof UsageError) {
    const words = `${error.message} ${locationText(error.place)}`.trimEnd();
    terminal.err(`Error: ${words}\nSee '${program} help'.\n`);
    return 1;
  }
  if (error instanceof Failure) {
    terminal.err([`Error: ${puppetText(error.issue)}`, ...issueDetail(error.issue), ""].join("\n"));
    return 1;
  }
  const words = systemMessage(error);
  terminal.err(`Error: ${words}\n`);
  if (process.env.NOSTRINGS_TRACE && error instanceof Error) terminal.err(`${error.stack}\n`);
  return 1;
}
