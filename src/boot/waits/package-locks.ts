import { readFileSync, statSync } from "node:fs";
import type { Wait } from "./wait.ts";

/** Files that apt and dpkg lock while they work. */
const LOCKED = [
  "/var/lib/dpkg/lock-frontend",
  "/var/lib/dpkg/lock",
  "/var/lib/apt/lists/lock",
  "/var/cache/apt/archives/lock",
];

/** What of the machine tells who holds a lock. */
export interface LockView {
  /** The content of a file in /proc; undefined when there is none. */
  read(path: string): string | undefined;
  inode(path: string): number | undefined;
}

/** apt and dpkg not being at work, as by the daily upgrade. */
export function packageLocks(view: LockView = REAL_VIEW): Wait {
  return {
    what: "apt and dpkg",
    missing() {
      const holders = holdersByInode(view.read("/proc/locks") ?? "");
      for (const path of LOCKED) {
        const holder = holders.get(view.inode(path) ?? -1);
        if (holder !== undefined) return `${path} is held by ${describe(holder, view)}`;
      }
      return undefined;
    },
  };
}

/** Lines of /proc/locks: `1: POSIX  ADVISORY  WRITE 812 fe:00:393287 0 EOF` (see proc(5)). */
function holdersByInode(locks: string): Map<number, string> {
  const lines = locks.matchAll(/^\d+: (?:POSIX|OFDLCK|FLOCK)\s+\w+\s+WRITE\s+(-?\d+)\s+\w+:\w+:(\d+) /gm);
  return new Map([...lines].map(([, pid, inode]) => [Number(inode), pid!]));
}

function describe(pid: string, view: LockView): string {
  const name = view.read(`/proc/${pid}/comm`)?.trim();
  return name ? `${name} (process ${pid})` : `process ${pid}`;
}

const REAL_VIEW: LockView = {
  read(path) {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return undefined;
    }
  },
  inode: (path) => statSync(path, { throwIfNoEntry: false })?.ino,
};
