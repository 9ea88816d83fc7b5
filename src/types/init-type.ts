import { fail } from "../diagnostics/failure.ts";
import { RecursionGuard, SELF_RECURSION } from "../values/recursion-guard.ts";
import type { Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { construction } from "./construction.ts";
import { ContainedType } from "./contained-type.ts";
import { RICH_DATA } from "./data-types.ts";
import { inference } from "./inference.ts";
import { TupleType } from "./tuple-type.ts";
import { VariantType } from "./variant-type.ts";

/** What an instance of the contained type can be made of. */
interface Sources {
  /** The type itself and what a constructor takes as its only argument. */
  readonly single: Type;
  /** Argument lists, as tuples, of the constructors that take several. */
  readonly several: Type | undefined;
  /** Whether one of those can do with a single argument. */
  readonly hasOptionalSingle: boolean;
}

/** `Init[T, args]`: values that `T.new` accepts as its first argument, or an array of all of them. */
export class InitType extends ContainedType {
  static readonly default = new InitType();
  readonly name = "Init";
  readonly args: readonly Value[];
  #sources: Sources | undefined;

  constructor(type?: Type, args: readonly Value[] = []) {
    super(type);
    this.args = args;
  }

  isInstance(value: Value, guard?: Guard): boolean {
    return this.instanceState(value, guard) === 1;
  }

  override instanceState(value: Value, guard?: Guard): -1 | 0 | 1 {
    const { type } = this;
    if (!type) return RICH_DATA.instanceState(value);
    const { single, several, hasOptionalSingle } = this.sources(type);
    return this.#guarded<-1 | 0 | 1>(guard, 0, (used) => {
      let state = greater(type.instanceState(value, used), () => single.instanceState(value, used));
      if (several) {
        state = greater(state, () => {
          const found = several.instanceState(value, used);
          return found < 0 && hasOptionalSingle ? several.instanceState([value], used) : found;
        });
      }
      return state;
    });
  }

  accepts(other: Type, guard?: Guard): boolean {
    const { type } = this;
    if (!type) return other instanceof InitType || RICH_DATA.isAssignable(other, guard);
    if (other instanceof InitType) return other.type !== undefined && type.isAssignable(other.type, guard);
    const { single, several, hasOptionalSingle } = this.sources(type);
    return this.#guarded(guard, false, (used) => {
      if (single.isAssignable(other, used)) return true;
      if (!several) return false;
      return (
        several.isAssignable(other, used) ||
        (hasOptionalSingle && several.isAssignable(new TupleType([other])))
      );
    });
  }

  /** What an instance of the contained type can be made of; fails when there is no way to make one. */
  sources(type: Type): Sources {
    this.#sources ??= this.#workOut(type);
    return this.#sources;
  }

  override describe(format: TypeFormat): string {
    const args = this.args.map((arg) => format.value(arg));
    return format.of("Init", this.type ? [this.type.describe(format), ...args] : []);
  }

  protected around(type: Type): Type {
    return new InitType(type, this.args);
  }

  #workOut(type: Type): Sources {
    const isBare = type.name === "Init" || type.name === "Optional" || type.name === "NotUndef";
    const lists = isBare ? undefined : construction.parametersOf(type);
    if (!lists) return fail("RUNTIME_ERROR", `Creation of new instance of type '${type}' is not supported`);
    return this.args.length === 0 ? withoutArguments(type, lists) : this.#withArguments(type, lists);
  }

  #withArguments(type: Type, lists: readonly TupleType[]): Sources {
    const args = this.args.map((arg) => inference.inferSet(arg));
    const fitting = lists.filter((list) => {
      const [first] = list.types;
      if (!first || !list.sizeRange.holds(1 + args.length)) return false;
      return list.isAssignable(new TupleType([first, ...args]));
    });
    if (fitting.length === 0) {
      const subject = type.generalize().name;
      fail(
        "RUNTIME_ERROR",
        `The type '${this}' does not represent a valid set of parameters for ${subject}.new()`,
      );
    }
    const single = VariantType.of([type, ...fitting.map((list) => list.types[0]!)]);
    return { single, several: undefined, hasOptionalSingle: false };
  }

  /** Types may be initialized from themselves in a circle. */
  #guarded<R>(guard: Guard, otherwise: R, body: (guard: RecursionGuard) => R): R {
    const used = guard ?? new RecursionGuard();
    return used.withThis(this, (state) => ((state & SELF_RECURSION.inThis) === 0 ? body(used) : otherwise));
  }
}

function withoutArguments(type: Type, lists: readonly TupleType[]): Sources {
  const isSingle = ({ sizeRange }: TupleType) => sizeRange.min === 1n && sizeRange.max === 1n;
  const several = lists.filter((list) => !isSingle(list));
  return {
    single: VariantType.of([type, ...lists.filter(isSingle).map((list) => list.types[0]!)]),
    several: several.length === 0 ? undefined : VariantType.of(several),
    hasOptionalSingle: several.some((list) => list.sizeRange.min === 1n),
  };
}

function greater(state: -1 | 0 | 1, other: () => -1 | 0 | 1): -1 | 0 | 1 {
  if (state === 1) return state;
  const found = other();
  return found > state ? found : state;
}
