import type { Regexp } from "../values/regexp.ts";
import type { Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { EnumType } from "./enum-type.ts";
import { ScalarDataType } from "./scalar-data-type.ts";
import { StringType } from "./string-type.ts";

/** `Pattern[/a/, /b/]`: strings that match one of the regular expressions; without parameters any string. */
export class PatternType extends ScalarDataType {
  static override readonly default: PatternType = new PatternType([]);
  override readonly name = "Pattern";
  /** Without doubles. */
  readonly patterns: readonly Regexp[];

  constructor(patterns: readonly Regexp[]) {
    super();
    this.patterns = [...new Map(patterns.map((pattern) => [pattern.hashKey(), pattern])).values()];
  }

  override isInstance(value: Value): boolean {
    return typeof value === "string" && this.#matches(value);
  }

  override accepts(other: Type): boolean {
    if (this.patterns.length === 0) {
      return other instanceof StringType || other instanceof EnumType || other instanceof PatternType;
    }
    if (other instanceof StringType) return other.value !== undefined && this.#matches(other.value);
    if (other instanceof EnumType)
      return other.values.length > 0 && other.values.every((value) => this.#matches(value));
    return this.equals(other);
  }

  override isAssignableTo(target: Type, guard?: Guard): boolean {
    if (target instanceof StringType) return target.acceptsAnySize;
    if (target instanceof EnumType) return target.values.length === 0;
    return super.isAssignableTo(target, guard);
  }

  override describe(format: TypeFormat): string {
    const patterns = this.patterns.map((pattern) => format.value(pattern));
    return format.of("Pattern", format.mode === "identity" ? patterns.sort() : patterns);
  }

  #matches(text: string): boolean {
    return this.patterns.length === 0 || this.patterns.some((pattern) => pattern.test(text));
  }
}
