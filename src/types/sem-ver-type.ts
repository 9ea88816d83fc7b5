import { SemVer } from "../values/sem-ver.ts";
import type { Interval } from "../values/sem-ver-range/interval.ts";
import { SemVerRange } from "../values/sem-ver-range.ts";
import type { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { type Mergeable, mergeRanges } from "./range.ts";
import { ScalarType } from "./scalar-type.ts";

/** `SemVer['1.x', '>=3.0.0']`: semantic versions within any of some ranges. */
export class SemVerType extends ScalarType {
  static override readonly default: SemVerType = new SemVerType([]);
  override readonly name = "SemVer";
  /** Ranges that neither overlap nor touch. */
  readonly ranges: readonly SemVerRange[];

  constructor(ranges: readonly SemVerRange[]) {
    super();
    this.ranges = ranges.length < 2 ? ranges : merged(ranges);
  }

  override isInstance(value: Value): boolean {
    if (!(value instanceof SemVer)) return false;
    return this.ranges.length === 0 || this.ranges.some((range) => range.includes(value));
  }

  override accepts(other: Type): boolean {
    if (!(other instanceof SemVerType)) return false;
    if (this.ranges.length === 0) return true;
    if (other.ranges.length === 0) return false;
    const mine = this.ranges.flatMap((range) => range.intervals);
    return other.ranges
      .flatMap((range) => range.intervals)
      .every((theirs) => mine.some((one) => encloses(one, theirs)));
  }

  override describe(format: TypeFormat): string {
    return format.of(
      "SemVer",
      this.ranges.map((range) => format.value(range)),
    );
  }
}

/** Whether an interval lies within another. */
function encloses(outer: Interval, inner: Interval): boolean {
  if (outer.all) return true;
  if (outer.min.version.compare(inner.min.version) > 0) return false;
  const order = outer.max.version.compare(inner.max.version);
  return order > 0 || (order === 0 && (!outer.max.excluded || inner.max.excluded));
}

class MergeableRange implements Mergeable<MergeableRange> {
  readonly range: SemVerRange;

  constructor(range: SemVerRange) {
    this.range = range;
  }

  merge(other: MergeableRange): MergeableRange | undefined {
    const joined = new SemVerRange([...this.range.intervals, ...other.range.intervals]);
    const { min, max } = joined;
    if (!min || !max) return undefined;
    return new MergeableRange(SemVerRange.between(min, max, joined.excludeMax));
  }
}

function merged(ranges: readonly SemVerRange[]): SemVerRange[] {
  return mergeRanges(ranges.map((range) => new MergeableRange(range)))
    .map(({ range }) => range)
    .reverse();
}
