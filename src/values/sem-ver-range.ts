import { RichValue } from "./rich-value.ts";
import { SemVer } from "./sem-ver.ts";
import {
  ALL,
  between,
  type Interval,
  includes,
  intersection,
  intervalText,
  NOTHING,
  union,
} from "./sem-ver-range/interval.ts";
import { parseIntervals } from "./sem-ver-range/parse.ts";

/** A set of versions: one interval, or several joined by `||`. */
export class SemVerRange extends RichValue {
  static readonly all = new SemVerRange([ALL], "*");

  readonly typeName = "SemVerRange";
  readonly intervals: readonly Interval[];
  readonly #text: string;

  constructor(intervals: readonly Interval[], text?: string) {
    super();
    const joined = joinedIntervals(intervals);
    this.intervals = joined.length === 0 ? [NOTHING] : joined;
    this.#text = text ?? this.normalized();
  }

  static parse(text: string): SemVerRange {
    return new SemVerRange(parseIntervals(text), text);
  }

  /**
   * The versions from one to another. The text of such a range names the ends the wrong way round, as
   * semantic_puppet's does.
   */
  static between(min: SemVer, max: SemVer, excludeMax = false): SemVerRange {
    const interval = intersection(
      between({ version: min, excluded: false }, { version: SemVer.max, excluded: false }),
      between({ version: SemVer.min, excluded: false }, { version: max, excluded: excludeMax }),
    );
    return new SemVerRange(interval ? [interval] : [], excludeMax ? `>=${max} <${min}` : `${max} - ${min}`);
  }

  includes(version: SemVer): boolean {
    return this.intervals.some((interval) => includes(interval, version));
  }

  /** The lowest version; undefined when the range has several parts. */
  get min(): SemVer | undefined {
    return this.intervals.length === 1 ? this.intervals[0]!.min.version : undefined;
  }

  /** The highest version; undefined when the range has several parts. */
  get max(): SemVer | undefined {
    return this.intervals.length === 1 ? this.intervals[0]!.max.version : undefined;
  }

  get excludeMax(): boolean | undefined {
    return this.intervals.length === 1 ? this.intervals[0]!.max.excluded : undefined;
  }

  /** The range written from its parts, e.g. `>=1.0.0 <2.0.0`. */
  normalized(): string {
    return this.intervals.map(intervalText).join(" || ");
  }

  hashKey(): string {
    return `SemVerRange:${this.normalized()}`;
  }

  /** The text the range was made from. */
  toString(): string {
    return this.#text;
  }
}

/** The same versions in as few intervals as can be. */
function joinedIntervals(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const interval of intervals) {
    let current = interval;
    for (let i = joined.length - 1; i >= 0; i--) {
      const merged = union(joined[i]!, current);
      if (!merged) continue;
      current = merged;
      joined.splice(i, 1);
    }
    joined.push(current);
  }
  return joined;
}
