import { Hash } from "../values/hash.ts";
import type { Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { AnyType } from "./any-type.ts";
import { CollectionType, EMPTY } from "./collection-type.ts";
import { IntegerType } from "./integer-type.ts";
import { TupleType } from "./tuple-type.ts";
import { UnitType } from "./unit-type.ts";

const PAIR = IntegerType.exactly(2);

/** `[K, V]`: what iterating over a hash gives. */
export function pairOf(key: Type, value: Type): TupleType {
  return new TupleType([key, value], PAIR);
}

/** The pairs of a hash that nothing is known of. */
export const ANY_PAIR = pairOf(UnitType.default, UnitType.default);

/** `Hash[K, V, from, to]`. */
export class HashType extends CollectionType {
  static override readonly default: HashType = new HashType();
  static readonly empty = new HashType(UnitType.default, UnitType.default, EMPTY);
  override readonly name = "Hash";
  readonly key: Type;
  readonly value: Type;

  constructor(key?: Type, value?: Type, size?: IntegerType) {
    super(size);
    this.key = this.isAlwaysEmpty ? UnitType.default : (key ?? AnyType.default);
    this.value = this.isAlwaysEmpty ? UnitType.default : (value ?? AnyType.default);
  }

  override isInstance(value: Value, guard?: Guard): boolean {
    if (!(value instanceof Hash) || !this.fits(value.size)) return false;
    return this.#holdsAll(this.key, value.keys(), guard) && this.#holdsAll(this.value, value.values(), guard);
  }

  override accepts(other: Type, guard?: Guard): boolean {
    if (!(other instanceof HashType)) return false;
    if (other.isAlwaysEmpty && (this.size === undefined || this.size.min === 0n)) return true;
    if (!this.key.isAssignable(other.key, guard) || !this.value.isAssignable(other.value, guard))
      return false;
    return this.sizeCovers(other.sizeRange);
  }

  override generalize(): Type {
    if (this.isAny || this.isAlwaysEmpty) return this;
    const key = this.key.generalize();
    const value = this.value.generalize();
    const same = this.size === undefined && key === this.key && value === this.value;
    return same ? this : new HashType(key, value);
  }

  override normalize(): Type {
    if (this.isAny || this.isAlwaysEmpty) return this;
    const key = this.key.normalize();
    const value = this.value.normalize();
    return key === this.key && value === this.value ? this : new HashType(key, value, this.size);
  }

  override iteratedType(): Type {
    return this.isAny || this.isAlwaysEmpty ? ANY_PAIR : pairOf(this.key, this.value);
  }

  override parts(): readonly Type[] {
    return this.size ? [this.size, this.key, this.value] : [this.key, this.value];
  }

  override describe(format: TypeFormat): string {
    if (this.isAlwaysEmpty) return "Hash[0, 0]";
    if (this.isAny) return "Hash";
    return format.of("Hash", [...format.types([this.key, this.value]), ...this.sizeParameters()]);
  }

  /** Whether this is `Hash` without parameters. */
  get isAny(): boolean {
    return this.size === undefined && this.key instanceof AnyType && this.value instanceof AnyType;
  }

  #holdsAll(type: Type, values: Iterable<Value>, guard?: Guard): boolean {
    if (type instanceof AnyType) return true;
    for (const value of values) if (!type.isInstance(value, guard)) return false;
    return true;
  }
}
