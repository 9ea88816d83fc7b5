import { accessSync, constants, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The magic numbers of file systems that never reach a disk: tmpfs and ramfs (statfs(2)). */
const MEMORY = new Set([0x01021994, 0x858458f6]);

/** A directory in memory that only this user may enter. */
export interface SecretFolder {
  readonly path: string;
  /** Whether it really is in memory; where there is no such place, the directory for temporary files is used. */
  readonly inMemory: boolean;
  remove(): void;
}

/** Make a directory for plain text. */
export function makeSecretFolder(): SecretFolder {
  const candidates = ["/dev/shm", process.env.XDG_RUNTIME_DIR, "/run/shm"].filter(
    (path) => path !== undefined,
  );
  const place = candidates.find(isUsable);
  const path = mkdtempSync(join(place ?? tmpdir(), "nostrings-"));
  return {
    path,
    inMemory: place !== undefined,
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function isUsable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return existsSync(path) && MEMORY.has(statfsSync(path).type);
  } catch {
    return false;
  }
}
