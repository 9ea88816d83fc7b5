import { codePointLength } from "../values/code-points.ts";
import { quoted } from "../values/quoted.ts";
import type { Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { IntegerType } from "./integer-type.ts";
import { ScalarDataType } from "./scalar-data-type.ts";
import { StringType } from "./string-type.ts";

/** `Enum[a, b]`: one of some strings; without parameters any string. */
export class EnumType extends ScalarDataType {
  static override readonly default: EnumType = new EnumType([]);
  override readonly name = "Enum";
  /** Sorted, without doubles. */
  readonly values: readonly string[];
  readonly caseInsensitive: boolean;
  readonly #known: ReadonlySet<string>;

  constructor(values: Iterable<string>, caseInsensitive = false) {
    super();
    this.values = [...new Set(values)].sort(byBytes);
    this.caseInsensitive = caseInsensitive;
    this.#known = new Set(caseInsensitive ? this.values.map(asciiDowncase) : this.values);
  }

  override isInstance(value: Value): boolean {
    if (typeof value !== "string") return false;
    return this.#known.has(this.caseInsensitive ? asciiDowncase(value) : value);
  }

  override accepts(other: Type): boolean {
    if (this.equals(other)) return true;
    if (other instanceof StringType) {
      return this.values.length === 0 || (other.value !== undefined && this.isInstance(other.value));
    }
    if (!(other instanceof EnumType)) return false;
    if (this.values.length === 0) return true;
    if (other.values.length === 0 || (other.caseInsensitive && !this.caseInsensitive)) return false;
    return other.values.every((value) => this.isInstance(value));
  }

  override isAssignableTo(target: Type, guard?: Guard): boolean {
    return target instanceof StringType ? this.#fits(target) : super.isAssignableTo(target, guard);
  }

  override generalize(): Type {
    if (this.values.length === 0) return StringType.default;
    const [min, max] = this.#lengths();
    return new StringType(new IntegerType(BigInt(min), BigInt(max)));
  }

  override isIterable(): boolean {
    return true;
  }

  override iteratedType(): Type {
    return StringType.character;
  }

  override describe(format: TypeFormat): string {
    if (this.values.length === 0) return "Enum";
    const values = this.values.map((value) => quoted(value));
    return format.of("Enum", this.caseInsensitive ? [...values, "true"] : values);
  }

  #fits(target: StringType): boolean {
    if (target.acceptsAnySize) return true;
    if (this.values.length === 0) return false;
    if (target.size) return this.#lengths().every((length) => target.size!.holds(length));
    return !this.caseInsensitive && this.values.length === 1 && this.values[0] === target.value;
  }

  /** The least and the greatest length of the values. */
  #lengths(): [number, number] {
    let [min, max] = [Infinity, 0];
    for (const value of this.values) {
      const length = codePointLength(value);
      min = Math.min(min, length);
      max = Math.max(max, length);
    }
    return [min, max];
  }
}

/** Ruby's `casecmp` folds only ASCII letters. */
function asciiDowncase(text: string): string {
  return text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase());
}

/** Ruby sorts strings by bytes; UTF-8 keeps the order of code points. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
