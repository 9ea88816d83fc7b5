import { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";

/** `Undef`: only undef. */
export class UndefType extends Type {
  static readonly default = new UndefType();
  readonly name = "Undef";

  isInstance(value: Value): boolean {
    return value === null;
  }

  accepts(other: Type): boolean {
    return other instanceof UndefType;
  }

  describe(): string {
    return "Undef";
  }
}
