import { readdirSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";

/** Where the build keeps the program's compiled code. */
export const COMPILED_CODE = "compiled";

/**
 * Start from code that the build has compiled, when it did so for this Node and this user: that halves the start. It
 * is never written at run time, because a dry run must not change a byte.
 */
export function useCompiledCode(program: string): void {
  const folder = join(program, COMPILED_CODE);
  const prefix = `${process.version}-${process.arch}-`;
  const suffix = `-${process.getuid?.() ?? 0}`;
  const usable = namesIn(folder).some((name) => name.startsWith(prefix) && name.endsWith(suffix));
  if (usable) enableCompileCache(folder);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
