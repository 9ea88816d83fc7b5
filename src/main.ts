#!/usr/bin/env node
import { basename } from "node:path";
import { runCommandLine } from "./cli/run-command-line.ts";
import { processTerminal } from "./cli/terminal.ts";

const [, program = "nostrings", ...argv] = process.argv;
process.exitCode = await runCommandLine(argv, basename(program, ".js"), processTerminal());
