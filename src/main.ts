import { basename } from "node:path";
import { runCommandLine } from "./cli/run-command-line.ts";
import { processTerminal } from "./cli/terminal.ts";

const [, program = "nostrings", ...argv] = process.argv;
void runCommandLine(argv, basename(program, ".js"), processTerminal()).then((code) => {
  process.exitCode = code;
});
