import { Type } from "./type.ts";
import type { TypeFormat } from "./type-format.ts";

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
