/** Loads every chunk of the bundle with Node's compile cache switched on, so that starting finds them compiled. */
import { readdirSync } from "node:fs";
import { enableCompileCache, flushCompileCache } from "node:module";
import { resolve } from "node:path";
import { COMPILED_CODE } from "../src/cli/compiled-code.ts";

const dist = resolve("dist");
enableCompileCache(resolve(dist, COMPILED_CODE));
for (const chunk of readdirSync(resolve(dist, "chunks"))) await import(resolve(dist, "chunks", chunk));
flushCompileCache();
