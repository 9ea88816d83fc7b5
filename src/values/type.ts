import type { RecursionGuard } from "./recursion-guard.ts";
import { TypeFormat } from "./type-format.ts";
import type { Value } from "./value.ts";

/** Given along where recursive aliases may be met; only `TypeAliasType` creates one. */
export type Guard = RecursionGuard | undefined;

/** Called with every type that a type is made of, itself first. */
export type TypeVisitor = (type: Type) => void;

/**
 * A Pcore type (https://github.com/puppetlabs/puppet-specifications/blob/master/language/types_values_variables.md).
 * Types are immutable; subclasses live one per file. `toString` gives the type expression, e.g. `Integer[1, 10]`.
 *
 * Assignability is asked of the wider type (`isAssignable`), which lets the narrower one answer first
 * (`isAssignableTo`: aliases, variants and the like are taken apart there) before it decides itself (`accepts`).
 */
export abstract class Type {
  #identity: string | undefined;

  /** The name of the type without parameters, e.g. `Integer`. */
  abstract readonly name: string;
  abstract isInstance(value: Value, guard?: Guard): boolean;
  /** Whether this type holds everything of another one that is neither alias, variant, Optional nor Unit. */
  abstract accepts(other: Type, guard?: Guard): boolean;
  /** The type expression, written in a given way. */
  abstract describe(format: TypeFormat): string;

  /** Whether every instance of `other` is an instance of this type. */
  isAssignable(other: Type, guard?: Guard): boolean {
    return other.isAssignableTo(this, guard);
  }

  /** The other side of `isAssignable`: overridden by types whose instances are described by other types. */
  isAssignableTo(target: Type, guard?: Guard): boolean {
    return target.accepts(this, guard);
  }

  /** 1 when a value is an instance, -1 when not, 0 when the question went round in a circle. */
  instanceState(value: Value, guard?: Guard): -1 | 0 | 1 {
    return this.isInstance(value, guard) ? 1 : -1;
  }

  toString(): string {
    return this.describe(TypeFormat.plain);
  }

  /** The type expression with aliases and Object types written out once: `Port = Integer[0, 65535]`. */
  expandedText(): string {
    return this.describe(new TypeFormat("expanded"));
  }

  /** What an alias stands for; any other type is itself. */
  unaliased(): Type {
    return this;
  }

  /** A text that is the same for equal types and differs for others, values of literal strings included. */
  get identity(): string {
    this.#identity ??= this.describe(TypeFormat.identity);
    return this.#identity;
  }

  /** Equality and identity as a hash key. */
  hashKey(): string {
    return `Type:${this.identity}`;
  }

  equals(other: Type): boolean {
    return this === other || this.identity === other.identity;
  }

  /** This type without what is particular to values: ranges, sizes, literal strings. */
  generalize(): Type {
    return this;
  }

  /** The same type in its simplest form: no doubles, no `NotUndef` of what is never undef, enums merged. */
  normalize(): Type {
    return this;
  }

  /** Visit this type and all it is made of. */
  visit(visitor: TypeVisitor, guard?: Guard): void {
    visitor(this);
    for (const part of this.parts()) part.visit(visitor, guard);
  }

  /** The types this type is directly made of. */
  parts(): readonly Type[] {
    return [];
  }

  /** Whether instances can be iterated over. */
  isIterable(_guard?: Guard): boolean {
    return false;
  }

  /** The type of what iterating over an instance gives; undefined when it cannot be iterated or is not known. */
  iteratedType(_guard?: Guard): Type | undefined {
    return undefined;
  }

  /** Whether this is a Callable, or a variant or (when `optional`) an Optional of such. */
  isCallable(_optional = true, _guard?: Guard): boolean {
    return false;
  }

  /** Fails when the alias `originator` inherits from itself through this type. */
  checkSelfRecursion(_originator: Type): void {}
}

/** Whether two types describe the same instances: equal, or assignable to each other. */
export function sameInstances(a: Type, b: Type): boolean {
  return a.equals(b) || (a.isAssignable(b) && b.isAssignable(a));
}
