import { fail } from "../diagnostics/failure.ts";
import { RecursionGuard, SELF_RECURSION } from "../values/recursion-guard.ts";
import { type Guard, Type, type TypeVisitor } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { TypeReferenceType } from "./type-reference-type.ts";
import { VariantType } from "./variant-type.ts";

/**
 * `type Name = ...`. What the alias stands for is worked out when it is first needed, and may contain the alias
 * itself; only then are the costly guards against endless recursion used.
 */
export class TypeAliasType extends Type {
  readonly name: string;
  readonly #resolve: () => Type;
  readonly #isBuiltin: boolean;
  #resolved: Type | undefined;
  #selfRecursive = false;

  /** What built-in aliases stand for is kept as it is written, that of others is normalized. */
  constructor(name: string, resolve: () => Type, isBuiltin = false) {
    super();
    this.name = name;
    this.#resolve = resolve;
    this.#isBuiltin = isBuiltin;
  }

  /** The type this alias stands for. While that is being worked out, a reference that nothing fits. */
  get resolved(): Type {
    if (this.#resolved === undefined) this.#workOut();
    return this.#resolved!;
  }

  /** Whether the alias occurs in what it stands for. */
  get isSelfRecursive(): boolean {
    void this.resolved;
    return this.#selfRecursive;
  }

  override unaliased(): Type {
    return this.resolved.unaliased();
  }

  isInstance(value: Value, guard?: Guard): boolean {
    return this.instanceState(value, guard) === 1;
  }

  override instanceState(value: Value, guard?: Guard): -1 | 0 | 1 {
    if (!this.isSelfRecursive) return this.resolved.instanceState(value, guard);
    const used = guard ?? new RecursionGuard();
    return used.withThat(value, () =>
      used.withThis(this, (state) =>
        state === SELF_RECURSION.inBoth ? 0 : this.resolved.instanceState(value, used),
      ),
    );
  }

  override isAssignable(other: Type, guard?: Guard): boolean {
    if (!this.isSelfRecursive) return super.isAssignable(other, guard);
    const used = guard ?? new RecursionGuard();
    return used.withThis(this, (state) => state === SELF_RECURSION.inBoth || super.isAssignable(other, used));
  }

  override isAssignableTo(target: Type, guard?: Guard): boolean {
    if (!this.isSelfRecursive) return target.isAssignable(this.resolved, guard);
    const used = guard ?? new RecursionGuard();
    return used.addThat(this) === SELF_RECURSION.inBoth || target.isAssignable(this.resolved, used);
  }

  accepts(other: Type, guard?: Guard): boolean {
    return this.resolved.isAssignable(other, guard);
  }

  override isCallable(optional = true, guard?: Guard): boolean {
    return this.#guarded(guard, false, (used) => this.resolved.isCallable(optional, used));
  }

  override isIterable(guard?: Guard): boolean {
    return this.#guarded(guard, false, (used) => this.resolved.isIterable(used));
  }

  override iteratedType(guard?: Guard): Type | undefined {
    return this.#guarded(guard, undefined, (used) => this.resolved.iteratedType(used));
  }

  override visit(visitor: TypeVisitor, guard?: Guard): void {
    void this.resolved;
    this.#guarded(guard, undefined, (used) => {
      visitor(this);
      this.resolved.visit(visitor, used);
    });
  }

  override checkSelfRecursion(originator: Type): void {
    if (originator !== this) this.resolved.checkSelfRecursion(originator);
  }

  /** An alias by itself is shown with what it stands for. */
  override toString(): string {
    return this.expandedText();
  }

  describe(format: TypeFormat): string {
    if (format.mode === "identity") return `alias:${this.name}`;
    const expand = format.mode === "expanded";
    if (!expand || !this.isSelfRecursive) return this.#text(format, expand);
    return format.guarded(this, (mayExpand) => this.#text(format, mayExpand));
  }

  /** Everyone knows what a built-in alias stands for. */
  #text(format: TypeFormat, expand: boolean): string {
    const { namer } = format;
    if (namer)
      return expand && namer.defines(this) ? this.resolved.describe(format) : namer.nameFor(this, this.name);
    return expand && !this.#isBuiltin ? `${this.name} = ${this.resolved.describe(format)}` : this.name;
  }

  #workOut(): void {
    this.#resolved = TypeReferenceType.default;
    this.#selfRecursive = true;
    try {
      const resolved = this.#resolve();
      this.#resolved = this.#isBuiltin ? resolved : resolved.normalize();
      this.#checkRealType();
    } catch (error) {
      this.#resolved = undefined;
      throw error;
    }
  }

  /** An alias must come down to something that is not an alias; on the way it shows whether it is recursive. */
  #checkRealType(): void {
    const guard = new RecursionGuard();
    let real = false;
    this.visit((type) => {
      real ||= !(type instanceof TypeAliasType || type instanceof VariantType);
    }, guard);
    if (!real) fail("RUNTIME_ERROR", `Type alias '${this.name}' cannot be resolved to a real type`);
    this.#selfRecursive = guard.isRecursiveThis(this);
    if (!this.#selfRecursive) return;
    // The other aliases on the circle were looked at before this one was known.
    this.visit((type) => {
      if (type instanceof TypeAliasType) type.#lookAgain();
    }, new RecursionGuard());
    this.#dropEmptyVariants();
  }

  #lookAgain(): void {
    if (this.#selfRecursive || this.#resolved instanceof TypeReferenceType) return;
    this.#selfRecursive = true;
    this.#selfRecursive = this.#isOnCircle();
    if (this.#selfRecursive) this.#dropEmptyVariants();
  }

  #isOnCircle(): boolean {
    const guard = new RecursionGuard();
    this.visit(() => {}, guard);
    return guard.isRecursiveThis(this);
  }

  /** `type A = Variant[A, Integer]` means Integer: variants that lead only back here say nothing. */
  #dropEmptyVariants(): void {
    const resolved = this.#resolved;
    if (resolved instanceof VariantType) {
      const real = resolved.types.filter((type) => !type.equals(this) && isReal(type));
      if (real.length !== resolved.types.length) {
        this.#resolved = VariantType.of(real);
        this.#selfRecursive = this.#isOnCircle();
      }
    }
    if (this.#selfRecursive) this.#resolved!.checkSelfRecursion(this);
  }

  #guarded<R>(guard: Guard, otherwise: R, body: (guard: Guard) => R): R {
    void this.resolved;
    if (!this.#selfRecursive) return body(guard);
    const used = guard ?? new RecursionGuard();
    return used.withThis(this, (state) => ((state & SELF_RECURSION.inThis) === 0 ? body(used) : otherwise));
  }
}

function isReal(type: Type): boolean {
  let real = false;
  type.visit((part) => {
    real ||= !(part instanceof TypeAliasType || part instanceof VariantType);
  }, new RecursionGuard());
  return real;
}
