import type { Script } from "node:vm";
import { loadedWhenUsed } from "./loaded-when-used.ts";

// Importing node:fs would load all of it, the streams too, to find out what can be imported.
const { readFileSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { join } = process.getBuiltinModule("node:path");
const vm = process.getBuiltinModule("node:vm");

/** The bundle of the whole program, which the build writes. */
export const PROGRAM = "program.cjs";
/** The bundle's compiled code. Only the build writes it: a dry run must not change a byte. */
export const COMPILED_CODE = "program.code";

/** The program ready to be run; running it is to load it, and may be done again. */
export interface BundledProgram {
  readonly script: Script;
  run(): void;
}

type Body = (require: (name: string) => unknown, module: object, exports: object) => void;

/**
 * Read the bundle in `folder`, and its compiled code: that halves the start. V8 refuses code of another version of
 * itself, and compiles the bundle then.
 */
export function bundledProgram(folder: string): BundledProgram {
  const filename = join(folder, PROGRAM);
  // The bundle is plain ASCII, and V8 takes Latin-1 as it is.
  const source = `(function (require, module, exports) {${readFileSync(filename, "latin1")}\n})`;
  const cachedData = compiledCode(folder);
  const script = new vm.Script(source, { filename, ...(cachedData && { cachedData }) });
  const require = loadedWhenUsed(createRequire(filename));
  return {
    script,
    run: () => {
      const module = { exports: {} };
      (script.runInThisContext() as Body)(require, module, module.exports);
    },
  };
}

function compiledCode(folder: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, COMPILED_CODE));
  } catch {
    return undefined;
  }
}
