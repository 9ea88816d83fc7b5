import { codePointLength } from "../values/code-points.ts";
import { quoted } from "../values/quoted.ts";
import type { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { IntegerType } from "./integer-type.ts";
import { rangeParameters } from "./range.ts";
import { ScalarDataType } from "./scalar-data-type.ts";

const ANY_SIZE = new IntegerType(0n);

/** `String[from, to]`, and the type of one literal string, which the language cannot write by itself. */
export class StringType extends ScalarDataType {
  static override readonly default: StringType = new StringType();
  static readonly nonEmpty = new StringType(new IntegerType(1n));
  static readonly character = new StringType(new IntegerType(1n, 1n));
  override readonly name = "String";
  readonly size: IntegerType | undefined;
  readonly value: string | undefined;

  constructor(sizeOrValue?: IntegerType | string) {
    super();
    this.size = typeof sizeOrValue === "object" ? sizeOrValue.toSize() : undefined;
    this.value = typeof sizeOrValue === "string" ? sizeOrValue : undefined;
  }

  override isInstance(value: Value): boolean {
    if (typeof value !== "string") return false;
    if (this.size) return this.size.holds(codePointLength(value));
    return this.value === undefined || this.value === value;
  }

  override accepts(other: Type): boolean {
    if (!(other instanceof StringType)) return false;
    if (this.size) return this.size.covers(other.derivedSize());
    return this.value === undefined || this.value === other.value;
  }

  /** Whether strings of any length are instances. */
  get acceptsAnySize(): boolean {
    return this.value === undefined && (this.size === undefined || this.size.covers(ANY_SIZE));
  }

  override generalize(): Type {
    return StringType.default;
  }

  override isIterable(): boolean {
    return true;
  }

  override iteratedType(): Type {
    return StringType.character;
  }

  override describe(format: TypeFormat): string {
    if (this.value !== undefined)
      return format.mode === "identity" ? `String[${quoted(this.value)}]` : "String";
    return format.of("String", this.size ? rangeParameters(this.size.min, this.size.max) : []);
  }

  /** The lengths that instances have, as far as the type says. */
  derivedSize(): IntegerType {
    if (this.value !== undefined) return IntegerType.exactly(codePointLength(this.value));
    return this.size ?? ANY_SIZE;
  }
}
