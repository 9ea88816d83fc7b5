import { basename } from "node:path";
import { COMMANDS } from "./cli/commands.ts";
import { runCommandLine } from "./cli/run-command-line.ts";
import { processTerminal } from "./cli/terminal.ts";
import { takeHiddenVariables } from "./machine/runtime-variables.ts";
import { ignoreUnusedSignals } from "./machine/unused-signals.ts";

/** Run the command line of this process, and end it with the exit code. */
export function main(): void {
  takeHiddenVariables();
  const [, program = "nostrings", ...argv] = process.argv;
  // All is written by then. Leaving at once spares taking down the heap, and waiting for code that V8 still compiles.
  void runCommandLine(argv, basename(program, ".js"), processTerminal()).then((code) => process.exit(code));
}

/** Load what a command consists of before it runs; the executable is made with `apply` loaded. */
export async function loadCommand(name: string): Promise<void> {
  await COMMANDS.find((command) => command.name === name)?.load();
}

if (import.meta.main) {
  ignoreUnusedSignals();
  main();
}
