#!/usr/bin/env node
/** The installed program: starts the bundle from the code that the build has compiled, as long as V8 accepts it. */
import { ignoreUnusedSignals } from "../machine/unused-signals.ts";
import { bundledProgram, compiledCode } from "./bundled-program.ts";

ignoreUnusedSignals();
const { createRequire } = process.getBuiltinModule("node:module");

const folder = import.meta.dirname;
bundledProgram(folder, createRequire(import.meta.url), compiledCode(folder))
  .load()
  .main();
