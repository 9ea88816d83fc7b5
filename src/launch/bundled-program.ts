import type { Script } from "node:vm";
import { loadedWhenUsed } from "./loaded-when-used.ts";

// Importing node:fs would load all of it, the streams too, to find out what can be imported.
const { readFileSync } = process.getBuiltinModule("node:fs");
const { join } = process.getBuiltinModule("node:path");
const vm = process.getBuiltinModule("node:vm");

/** The bundle of the whole program, which the build writes. */
export const PROGRAM = "program.cjs";
/** The bundle's compiled code. Only the build writes it: a dry run must not change a byte. */
export const COMPILED_CODE = "program.code";

/** What the bundle exports. */
export type Program = typeof import("../main.ts");

/** The program ready to be loaded; that may be done again, for another one that knows nothing of the first. */
export interface BundledProgram {
  readonly script: Script;
  load(): Program;
}

type Body = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

/**
 * Read the bundle in `folder`, with its compiled code if that is given: it halves the start. V8 refuses code of another
 * version of itself, and compiles the bundle then.
 */
export function bundledProgram(
  folder: string,
  require: (name: string) => unknown,
  cachedData?: Buffer,
): BundledProgram {
  // The bundle is plain ASCII, and V8 takes Latin-1 as it is.
  const source = `(function (require, module, exports) {${readFileSync(join(folder, PROGRAM), "latin1")}\n})`;
  const script = new vm.Script(source, { filename: PROGRAM, ...(cachedData && { cachedData }) });
  return {
    script,
    load: () => {
      const module = { exports: {} };
      (script.runInThisContext() as Body)(loadedWhenUsed(require), module, module.exports);
      return module.exports as Program;
    },
  };
}

/** The compiled code in `folder`, if the build has written it. */
export function compiledCode(folder: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, COMPILED_CODE));
  } catch {
    return undefined;
  }
}
