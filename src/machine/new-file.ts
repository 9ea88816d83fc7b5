import { closeSync, constants, fchmodSync, lstatSync, openSync } from "node:fs";

const { O_WRONLY, O_CREAT, O_EXCL, O_APPEND, O_NOFOLLOW } = constants;

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

/**
 * Open a file to append to, made with this mode whatever the umask; gives the descriptor. A link is followed only when it
 * belongs to this user or root: fails otherwise.
 */
export function openToAppend(path: string, mode: number): number {
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (link?.isSymbolicLink() !== true) return appending(path, O_NOFOLLOW, mode, link === undefined);
  if (link.uid !== 0 && link.uid !== process.geteuid?.())
    throw new Error(`it is a link that belongs to user ${link.uid}`);
  return appending(path, 0, mode, false);
}

function appending(path: string, more: number, mode: number, isNew: boolean): number {
  const descriptor = openSync(path, O_WRONLY | O_CREAT | O_APPEND | more, mode);
  if (isNew) fchmodSync(descriptor, mode);
  return descriptor;
}

/** A name beside a file that nothing has. */
export function besides(path: string): string {
  return `${path}.${process.pid.toString(36)}${Math.random().toString(36).slice(2, 10)}`;
}
