import type { Value } from "../values/value.ts";

/**
 * A Pcore type (https://github.com/puppetlabs/puppet-specifications/blob/master/language/types_values_variables.md).
 * Types are immutable; subclasses live one per file. `toString` gives the type expression, e.g. `Integer[1, 10]`.
 */
export abstract class Type {
  /** The name of the type without parameters, e.g. `Integer`. */
  abstract readonly name: string;
  abstract isInstance(value: Value): boolean;
  /** Whether every instance of `other` is an instance of this type. */
  abstract isAssignable(other: Type): boolean;
  abstract toString(): string;
}
