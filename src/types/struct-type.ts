import { Hash } from "../values/hash.ts";
import { quoted } from "../values/quoted.ts";
import { type Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { allowsUndef } from "./allows-undef.ts";
import { ANY_SIZE, CollectionType } from "./collection-type.ts";
import { ANY_PAIR, HashType, pairOf } from "./hash-type.ts";
import { IntegerType } from "./integer-type.ts";
import { NotUndefType } from "./not-undef-type.ts";
import { OptionalType } from "./optional-type.ts";
import { StringType } from "./string-type.ts";
import { VariantType } from "./variant-type.ts";

/** An entry of a Struct: a literal key, optional or not, and the type of its value. */
export class StructElement {
  readonly name: string;
  readonly optional: boolean;
  readonly value: Type;
  readonly key: Type;

  constructor(name: string, value: Type, optional = false) {
    this.name = name;
    this.value = value;
    this.optional = optional;
    const literal = new StringType(name);
    this.key = optional ? new OptionalType(literal) : literal;
  }

  with(value: Type): StructElement {
    return value === this.value ? this : new StructElement(this.name, value, this.optional);
  }
}

/** `Struct[{a => A, Optional[b] => B}]`: hashes with known keys. */
export class StructType extends Type {
  static readonly default = new StructType([]);
  readonly name = "Struct";
  readonly elements: readonly StructElement[];
  #byName: ReadonlyMap<string, StructElement> | undefined;

  constructor(elements: readonly StructElement[]) {
    super();
    this.elements = elements;
  }

  /** The elements by their keys. */
  get byName(): ReadonlyMap<string, StructElement> {
    this.#byName ??= new Map(this.elements.map((element) => [element.name, element]));
    return this.#byName;
  }

  isInstance(value: Value, guard?: Guard): boolean {
    if (!(value instanceof Hash)) return false;
    let matched = 0;
    for (const element of this.elements) {
      const held = value.get(element.name);
      if (held === undefined && !element.optional) return false;
      if (held === undefined) continue;
      if (!element.value.isInstance(held, guard)) return false;
      matched++;
    }
    return matched === value.size;
  }

  accepts(other: Type, guard?: Guard): boolean {
    if (other instanceof StructType) return this.#acceptsStruct(other, guard);
    return other instanceof HashType && this.#acceptsHash(other, guard);
  }

  override isAssignableTo(target: Type, guard?: Guard): boolean {
    if (target instanceof HashType) return this.#fitsHash(target, guard);
    if (target.constructor === CollectionType) return (target as CollectionType).fits(this.elements.length);
    return super.isAssignableTo(target, guard);
  }

  override generalize(): Type {
    return this.#changed((type) => type.generalize());
  }

  override normalize(): Type {
    return this.#changed((type) => type.normalize());
  }

  override isIterable(): boolean {
    return true;
  }

  override iteratedType(): Type {
    if (this.elements.length === 0) return ANY_PAIR;
    const keys = VariantType.of(this.elements.map(({ key }) => key));
    return pairOf(keys, VariantType.of(this.elements.map(({ value }) => value)));
  }

  override parts(): readonly Type[] {
    return this.elements.flatMap(({ key, value }) => [key, value]);
  }

  describe(format: TypeFormat): string {
    if (this.elements.length === 0) return "Struct";
    const elements = this.elements.map((element): [string, string] => [
      keyText(element, format),
      element.value.describe(format),
    ]);
    return format.of("Struct", [format.entries(elements)]);
  }

  #acceptsStruct(other: StructType, guard?: Guard): boolean {
    let matched = 0;
    for (const mine of this.elements) {
      const theirs = other.byName.get(mine.name);
      if (theirs === undefined && !mine.optional) return false;
      if (theirs === undefined) continue;
      if (theirs.optional && !mine.optional) return false;
      if (!mine.value.isAssignable(theirs.value, guard)) return false;
      matched++;
    }
    return matched === other.elements.length;
  }

  /** A hash says nothing of its keys, so only the required elements' values, the key type and the size count. */
  #acceptsHash(other: HashType, guard?: Guard): boolean {
    const required = this.elements.filter(({ optional }) => !optional);
    if (!required.every(({ value }) => value.isAssignable(other.value, guard))) return false;
    if (required.length > 0 && !StringType.default.isAssignable(other.key)) return false;
    return new IntegerType(BigInt(required.length), BigInt(this.elements.length)).covers(
      other.size ?? ANY_SIZE,
    );
  }

  #fitsHash(target: HashType, guard?: Guard): boolean {
    if (!target.fits(this.elements.length)) return false;
    return this.elements.every(
      ({ name, value }) => target.key.isInstance(name, guard) && target.value.isAssignable(value, guard),
    );
  }

  #changed(change: (type: Type) => Type): Type {
    const elements = this.elements.map((element) => element.with(change(element.value)));
    return elements.every((element, i) => element === this.elements[i]) ? this : new StructType(elements);
  }
}

/** A key is written plainly when its being optional is what the value's type implies. */
function keyText(element: StructElement, format: TypeFormat): string {
  const undefAllowed = allowsUndef(element.value);
  if (element.optional === undefAllowed) return quoted(element.name);
  return (element.optional ? element.key : new NotUndefType(element.key)).describe(format);
}
