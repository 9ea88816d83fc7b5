import { RichValue } from "../values/rich-value.ts";
import { type Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { SemVerRangeType } from "./sem-ver-range-type.ts";

const SCALAR_RICH_VALUES = new Set(["Regexp", "SemVer", "SemVerRange", "Timespan", "Timestamp"]);

/** `Scalar`: strings, numbers, booleans, regular expressions, versions and times. */
export class ScalarType extends Type {
  static readonly default: ScalarType = new ScalarType();
  readonly name: string = "Scalar";

  isInstance(value: Value, _guard?: Guard): boolean {
    if (typeof value !== "object") return true;
    return value instanceof RichValue && SCALAR_RICH_VALUES.has(value.typeName);
  }

  accepts(other: Type, _guard?: Guard): boolean {
    return other instanceof ScalarType || other instanceof SemVerRangeType;
  }

  describe(_format: TypeFormat): string {
    return this.name;
  }
}
