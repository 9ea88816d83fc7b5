import { Binary } from "../values/binary.ts";
import { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";

/** `Binary`: sequences of bytes. */
export class BinaryType extends Type {
  static readonly default = new BinaryType();
  readonly name = "Binary";

  isInstance(value: Value): boolean {
    return value instanceof Binary;
  }

  accepts(other: Type): boolean {
    return other instanceof BinaryType;
  }

  describe(): string {
    return "Binary";
  }
}
