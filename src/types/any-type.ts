import { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";

/** `Any`: everything, undef included. */
export class AnyType extends Type {
  static readonly default = new AnyType();
  readonly name = "Any";

  isInstance(): boolean {
    return true;
  }

  accepts(): boolean {
    return true;
  }

  describe(_format: TypeFormat): string {
    return "Any";
  }
}
