import { basename } from "node:path";
import { runCommandLine } from "./cli/run-command-line.ts";
import { processTerminal } from "./cli/terminal.ts";

const [, program = "nostrings", ...argv] = process.argv;
// All is written by then. Leaving at once spares taking down the heap, and waiting for code that V8 still compiles.
void runCommandLine(argv, basename(program, ".js"), processTerminal()).then((code) => process.exit(code));
