import { SemVer } from "../sem-ver.ts";

/** One end of an interval of versions; `explicit` ends were written, others mean "open". */
export interface Bound {
  readonly version: SemVer;
  readonly excluded: boolean;
}

/**
 * A connected set of versions. A prerelease belongs to it only when one of its ends is a prerelease of the same
 * major, minor and patch, or when it is the set of all versions.
 */
export interface Interval {
  readonly min: Bound;
  readonly max: Bound;
  /** Whether this is `*`, which takes every prerelease. */
  readonly all: boolean;
  /** Whether it was written as one exact version. */
  readonly exact: boolean;
}

const OPEN_MIN: Bound = { version: SemVer.min, excluded: false };
const OPEN_MAX: Bound = { version: SemVer.max, excluded: false };

export const ALL: Interval = { min: OPEN_MIN, max: OPEN_MAX, all: true, exact: false };
/** `<0.0.0`: holds no version. */
export const NOTHING: Interval = lessThan(SemVer.min);

export function atLeast(version: SemVer): Interval {
  return { min: { version, excluded: false }, max: OPEN_MAX, all: false, exact: false };
}

export function greaterThan(version: SemVer): Interval {
  return { min: { version, excluded: true }, max: OPEN_MAX, all: false, exact: false };
}

export function lessThan(version: SemVer): Interval {
  return { min: OPEN_MIN, max: { version, excluded: true }, all: false, exact: false };
}

export function atMost(version: SemVer): Interval {
  return { min: OPEN_MIN, max: { version, excluded: false }, all: false, exact: false };
}

export function exactly(version: SemVer): Interval {
  return { min: { version, excluded: false }, max: { version, excluded: false }, all: false, exact: true };
}

export function between(min: Bound, max: Bound): Interval {
  return { min, max, all: false, exact: false };
}

/** Whether a version lies between the ends, prerelease or not. */
export function covers({ min, max, all, exact }: Interval, version: SemVer): boolean {
  if (all) return true;
  if (exact) return version.equals(min.version);
  const above = version.compare(min.version);
  const below = version.compare(max.version);
  return (min.excluded ? above > 0 : above >= 0) && (max.excluded ? below < 0 : below <= 0);
}

export function includes(interval: Interval, version: SemVer): boolean {
  if (!covers(interval, version)) return false;
  return (
    version.stable || interval.all || sameRelease(interval.min, version) || sameRelease(interval.max, version)
  );
}

function sameRelease({ version: end }: Bound, version: SemVer): boolean {
  if (end.stable) return false;
  return end.major === version.major && end.minor === version.minor && end.patch === version.patch;
}

/** The versions in both; undefined when there are none. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  if (a.all) return b;
  if (b.all) return a;
  const min = higher(a.min, b.min);
  const max = lower(a.max, b.max);
  const order = min.version.compare(max.version);
  if (order > 0) return undefined;
  if (order === 0) return min.excluded || max.excluded ? undefined : exactly(min.version);
  return between(min, max);
}

/** One interval of the versions in either; undefined when they neither overlap nor touch. */
export function union(a: Interval, b: Interval): Interval | undefined {
  if (a.all || b.all) return ALL;
  if (!covers(a, b.min.version) && !covers(b, a.min.version) && !adjacent(a, b) && !adjacent(b, a))
    return undefined;
  return between(lowerStart(a.min, b.min), higherEnd(a.max, b.max));
}

function adjacent(before: Interval, after: Interval): boolean {
  const end = before.max;
  if (after.min.excluded) return false;
  return (end.excluded ? end.version : end.version.nextPatch()).equals(after.min.version);
}

function higher(a: Bound, b: Bound): Bound {
  const order = a.version.compare(b.version);
  return order > 0 || (order === 0 && a.excluded) ? a : b;
}

function lower(a: Bound, b: Bound): Bound {
  const order = a.version.compare(b.version);
  return order < 0 || (order === 0 && a.excluded) ? a : b;
}

function lowerStart(a: Bound, b: Bound): Bound {
  const order = a.version.compare(b.version);
  return order < 0 || (order === 0 && !a.excluded) ? a : b;
}

function higherEnd(a: Bound, b: Bound): Bound {
  const order = a.version.compare(b.version);
  return order > 0 || (order === 0 && !a.excluded) ? a : b;
}

/** The canonical text: `>=1.0.0 <2.0.0`, `1.2.3`, `*`. */
export function intervalText({ min, max, all, exact }: Interval): string {
  if (all) return "*";
  if (exact) return min.version.toString();
  const low =
    min.version.equals(SemVer.min) && !min.excluded ? "" : `${min.excluded ? ">" : ">="}${min.version}`;
  if (max.version === SemVer.max) return low === "" ? ">=0.0.0" : low;
  const high = max.version === SemVer.min ? "<0.0.0" : `${max.excluded ? "<" : "<="}${max.version}`;
  return low === "" ? high : `${low} ${high}`;
}
