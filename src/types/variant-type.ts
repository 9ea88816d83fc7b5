import { type Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { AnyType } from "./any-type.ts";
import { NotUndefType } from "./not-undef-type.ts";
import { OptionalType } from "./optional-type.ts";
import { UndefType } from "./undef-type.ts";
import { mergeVariants } from "./variant-merge.ts";

/** `Variant[A, B]`: instances of any of the types; without parameters, of none. */
export class VariantType extends Type {
  static readonly default = new VariantType([]);
  readonly name = "Variant";
  readonly types: readonly Type[];

  constructor(types: readonly Type[]) {
    super();
    this.types = types;
  }

  /** The variant of some types, variants among them opened; the type itself when there is only one. */
  static of(types: readonly Type[]): Type {
    const unique = distinctTypes(flat(types));
    return unique.length === 1 ? unique[0]! : new VariantType(unique);
  }

  isInstance(value: Value, guard?: Guard): boolean {
    return this.types.some((type) => type.isInstance(value, guard));
  }

  override instanceState(value: Value, guard?: Guard): -1 | 0 | 1 {
    let best: -1 | 0 | 1 = -1;
    for (const type of this.types) {
      const state = type.instanceState(value, guard);
      if (state === 1) return 1;
      if (state > best) best = state;
    }
    return best;
  }

  /** An empty variant is void: not even undef belongs to it. */
  override isAssignable(other: Type, guard?: Guard): boolean {
    if (other instanceof UndefType && this.types.length === 0) return false;
    if (!(other instanceof VariantType)) return super.isAssignable(other, guard);
    if (this.types.length === 0) return true;
    return other.types.length > 0 && other.types.every((type) => super.isAssignable(type, guard));
  }

  override isAssignableTo(target: Type, guard?: Guard): boolean {
    if (target instanceof AnyType) return true;
    if (this.types.length === 0) return target instanceof NotUndefType && target.accepts(this, guard);
    return this.types.every((type) => target.isAssignable(type, guard));
  }

  accepts(other: Type, guard?: Guard): boolean {
    return this.types.some((type) => type.isAssignable(other, guard));
  }

  override generalize(): Type {
    if (this.types.length === 0) return this;
    const types = this.types.map((type) => type.generalize());
    return isSame(types, this.types) ? this : VariantType.of(types);
  }

  override normalize(): Type {
    if (this.types.length === 0) return this;
    const types = this.types.map((type) => type.normalize());
    if (types.length === 1) return types[0]!;
    if (types.some((type) => type instanceof UndefType || type instanceof OptionalType))
      return withoutUndef(types);
    const flattened = flat(types);
    const merged = mergeVariants(flattened, VariantType.of);
    if (merged.length === 1) return merged[0]!;
    const changed = !isSame(types, this.types) || merged.length !== flattened.length;
    return changed ? VariantType.of(merged) : this;
  }

  override isCallable(optional = true, guard?: Guard): boolean {
    return this.types.every((type) => type.isCallable(optional, guard));
  }

  override parts(): readonly Type[] {
    return this.types;
  }

  describe(format: TypeFormat): string {
    const types = format.types(this.types);
    return format.of("Variant", format.mode === "identity" ? types.sort() : types);
  }
}

/** Types without those equal to an earlier one. */
export function distinctTypes(types: readonly Type[]): Type[] {
  if (types.length < 2) return [...types];
  const seen = new Map<string, Type>();
  for (const type of types) if (!seen.has(type.identity)) seen.set(type.identity, type);
  return [...seen.values()];
}

function flat(types: readonly Type[]): Type[] {
  return types.flatMap((type) => (type instanceof VariantType ? type.types : [type]));
}

function isSame(a: readonly Type[], b: readonly Type[]): boolean {
  return a.every((type, i) => type === b[i]);
}

/** A variant that holds undef becomes an Optional of the rest. */
function withoutUndef(types: readonly Type[]): Type {
  const rest = types
    .filter((type) => !(type instanceof UndefType))
    .map((type) => (type instanceof OptionalType ? type.type : type))
    .filter((type) => type !== undefined);
  return new OptionalType(VariantType.of(rest)).normalize();
}
