#!/usr/bin/env node
/** The installed program: starts the bundle from the code that the build has compiled, as long as V8 accepts it. */
import { bundledProgram } from "./bundled-program.ts";

bundledProgram(import.meta.dirname).run();
