import type { Guard, Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { ScalarType } from "./scalar-type.ts";

/** `ScalarData`: the scalars of JSON, which are strings, numbers and booleans. */
export class ScalarDataType extends ScalarType {
  static override readonly default: ScalarDataType = new ScalarDataType();
  override readonly name: string = "ScalarData";

  override isInstance(value: Value, _guard?: Guard): boolean {
    return typeof value !== "object";
  }

  override accepts(other: Type, _guard?: Guard): boolean {
    return other instanceof ScalarDataType;
  }
}
