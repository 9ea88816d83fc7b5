/**
 * Runs the built program on what runs usually do, and keeps the code that V8 has compiled for that: the next starts
 * need not compile it. Changes nothing but dist/ and a folder of its own.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { bundledProgram, COMPILED_CODE } from "../src/launch/bundled-program.ts";
import { doUsualRuns } from "./usual-runs.ts";

const dist = resolve("dist");
const program = bundledProgram(dist, createRequire(join(dist, COMPILED_CODE)));
await doUsualRuns(program, { resources: true });
writeFileSync(join(dist, COMPILED_CODE), program.script.createCachedData());
