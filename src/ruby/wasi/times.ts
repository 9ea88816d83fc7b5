import type { Stats } from "node:fs";

const ATIME = 1;
const ATIME_NOW = 2;
const MTIME = 4;
const MTIME_NOW = 8;

/** Access and modification time, in seconds, as `fstflags` choose them: the given ones, now, or those there are. */
export function chosenTimes(
  stats: Stats,
  atime: bigint,
  mtime: bigint,
  which: number,
): [atime: number, mtime: number] {
  const now = Date.now() / 1000;
  const chosen = (given: bigint, isGiven: number, isNow: number, old: number): number => {
    if (which & isNow) return now;
    return which & isGiven ? Number(given) / 1e9 : old / 1000;
  };
  return [chosen(atime, ATIME, ATIME_NOW, stats.atimeMs), chosen(mtime, MTIME, MTIME_NOW, stats.mtimeMs)];
}
