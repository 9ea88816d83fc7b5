import { Binary } from "../values/binary.ts";
import type { Value } from "../values/value.ts";
import { Type } from "./type.ts";

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
