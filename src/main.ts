#!/usr/bin/env node
import { basename } from "node:path";
import { useCompiledCode } from "./cli/compiled-code.ts";

useCompiledCode(import.meta.dirname);
const { runCommandLine } = await import("./cli/run-command-line.ts");
const { processTerminal } = await import("./cli/terminal.ts");

const [, program = "nostrings", ...argv] = process.argv;
process.exitCode = await runCommandLine(argv, basename(program, ".js"), processTerminal());
