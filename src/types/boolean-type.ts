import type { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { ScalarDataType } from "./scalar-data-type.ts";

/** `Boolean`, `Boolean[true]`, `Boolean[false]`. */
export class BooleanType extends ScalarDataType {
  static override readonly default: BooleanType = new BooleanType();
  static readonly true = new BooleanType(true);
  static readonly false = new BooleanType(false);
  override readonly name = "Boolean";
  readonly value: boolean | undefined;

  private constructor(value?: boolean) {
    super();
    this.value = value;
  }

  /** The type of one of the two values. */
  static of(value: boolean): BooleanType {
    return value ? BooleanType.true : BooleanType.false;
  }

  override isInstance(value: Value): boolean {
    return typeof value === "boolean" && (this.value === undefined || this.value === value);
  }

  override accepts(other: Type): boolean {
    return other instanceof BooleanType && (this.value === undefined || this.value === other.value);
  }

  override generalize(): Type {
    return BooleanType.default;
  }

  override describe(format: TypeFormat): string {
    return format.of("Boolean", this.value === undefined ? [] : [String(this.value)]);
  }
}
