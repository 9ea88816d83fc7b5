import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { SecretFailure } from "../secret-failure.ts";

/** The bundle of the OpenPGP thread, which the build writes beside the program and into standalone executables. */
export const OPENPGP_THREAD = "openpgp-thread.cjs";

/** What the thread runs: a file, or within a standalone executable a text. */
export function threadProgram(): { readonly program: string; readonly text: boolean } {
  const sea = process.getBuiltinModule("node:sea");
  if (sea?.isSea()) return { program: sea.getAsset(OPENPGP_THREAD, "utf8"), text: true };
  const folders = [import.meta.dirname, dirname(realpathSync(process.argv[1] ?? "."))];
  const candidates = folders
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [join(folder, "worker.ts"), join(folder, OPENPGP_THREAD)]);
  const program = candidates.find((candidate) => existsSync(candidate));
  if (program !== undefined) return { program, text: false };
  throw new SecretFailure("The part of the program that reads OpenPGP is missing from this installation");
}
