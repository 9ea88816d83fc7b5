import { Default } from "../values/default.ts";
import { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";

/** `Default`: only the value `default`. */
export class DefaultType extends Type {
  static readonly default = new DefaultType();
  readonly name = "Default";

  isInstance(value: Value): boolean {
    return value instanceof Default;
  }

  accepts(other: Type): boolean {
    return other instanceof DefaultType;
  }

  describe(): string {
    return "Default";
  }
}
