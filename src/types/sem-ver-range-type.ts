import { SemVerRange } from "../values/sem-ver-range.ts";
import { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";

/** `SemVerRange`: ranges of semantic versions. */
export class SemVerRangeType extends Type {
  static readonly default = new SemVerRangeType();
  readonly name = "SemVerRange";

  isInstance(value: Value): boolean {
    return value instanceof SemVerRange;
  }

  accepts(other: Type): boolean {
    return other instanceof SemVerRangeType;
  }

  describe(): string {
    return "SemVerRange";
  }
}
