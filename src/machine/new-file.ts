import { closeSync, constants, fchmodSync, openSync } from "node:fs";

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;

/**
 * Make a file that is not there, with this mode whatever the umask, and open it for writing; gives the descriptor. Fails
 * (EEXIST) when anything stands at the path, a link too: nothing is ever written through one.
 */
export function newFile(path: string, mode: number): number {
  const descriptor = openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    fchmodSync(descriptor, mode);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** A name beside a file that nothing has. */
export function besides(path: string): string {
  return `${path}.${process.pid.toString(36)}${Math.random().toString(36).slice(2, 10)}`;
}
