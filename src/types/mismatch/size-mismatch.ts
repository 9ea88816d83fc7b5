import { IntegerType } from "../integer-type.ts";
import { Mismatch } from "./mismatch.ts";
import type { Path } from "./path.ts";

/** A collection of the wrong size. */
export class SizeMismatch extends Mismatch {
  readonly expected: IntegerType;
  readonly actual: IntegerType;

  constructor(path: Path, expected: IntegerType, actual: IntegerType) {
    super(path);
    this.expected = expected;
    this.actual = actual;
  }

  at(path: Path): Mismatch {
    return new SizeMismatch(path, this.expected, this.actual);
  }

  /** One mismatch for two, with the least restrictive ends. */
  merged(other: SizeMismatch): SizeMismatch {
    return this.make(atLeastZero(this.expected).span(atLeastZero(other.expected)));
  }

  protected make(expected: IntegerType): SizeMismatch {
    return new SizeMismatch(this.path, expected, this.actual);
  }

  protected message(variant: string, position: string): string {
    const expected = rangeText(this.expected, "0");
    return `${variant}${position} expects size to be ${expected}, got ${rangeText(this.actual, "0")}`;
  }
}

/** The wrong number of arguments. */
export class CountMismatch extends SizeMismatch {
  override at(path: Path): Mismatch {
    return new CountMismatch(path, this.expected, this.actual);
  }

  protected override make(expected: IntegerType): SizeMismatch {
    return new CountMismatch(this.path, expected, this.actual);
  }

  protected override message(variant: string, position: string): string {
    const { min, max } = atLeastZero(this.expected);
    const isSingular = (min === 1n && (max === 1n || max === Infinity)) || (min === 0n && max === 1n);
    const expected = `${rangeText(this.expected, "no")} argument${isSingular ? "" : "s"}`;
    return `${variant}${position} expects ${expected}, got ${rangeText(this.actual, "none")}`;
  }
}

function atLeastZero(range: IntegerType): IntegerType {
  return range.from === undefined ? new IntegerType(0n, range.max) : range;
}

/** A size in words: "2", "at least 1", "between 1 and 3". */
function rangeText(range: IntegerType, zero: string): string {
  const { min, max } = atLeastZero(range);
  if (min === max) return min === 0n ? zero : String(min);
  if (min === 0n) return max === Infinity ? "unlimited" : `at most ${max}`;
  return max === Infinity ? `at least ${min}` : `between ${min} and ${max}`;
}
