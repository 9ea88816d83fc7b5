import { readlinkSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

/** Where anybody may write without changing the machine. */
const ALWAYS = ["/dev", "/tmp", "/var/tmp"];

/** As the kernel has it. */
const MOST_LINKS = 40;

/** Whether a path is in a folder for temporary files, or in one of these; links are followed first. */
export function isScratch(path: string, further: readonly string[]): boolean {
  const real = realPath(path);
  return [...ALWAYS, tmpdir(), ...further].some((folder) => real.startsWith(`${folder}/`));
}

/** The path with all links in it followed; what is not there yet is below what is, or where a link leads. */
function realPath(path: string, links = 0): string {
  try {
    return realpathSync(path);
  } catch {
    const target = linkTarget(path);
    if (target !== undefined && links < MOST_LINKS)
      return realPath(resolve(dirname(path), target), links + 1);
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent, links), basename(path));
  }
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
