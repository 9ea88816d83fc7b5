import type { Closure } from "./closure.ts";
import type { Value } from "./value.ts";

/** A member of a value, called with the arguments and lambda of `$value.name(...)`. */
export type Method = (args: readonly Value[], block: Closure | undefined) => Value;

/**
 * A value that is neither plain data nor a type: Sensitive, Regexp, SemVer, SemVerRange, Timestamp, Timespan,
 * Binary, URI, Deferred, Iterator and instances of Object types. One subclass per file.
 */
export abstract class RichValue {
  /** The name of the value's Puppet type without parameters, e.g. `Sensitive`. */
  abstract readonly typeName: string;
  /** Equality and identity as a hash key: equal values give equal keys, values of other types other keys. */
  abstract hashKey(): string;
  /** What interpolation into a string gives. */
  abstract toString(): string;

  /** The method or attribute that `$value.name` means in the Puppet language; undefined when it has none of that name. */
  method(_name: string): Method | undefined {
    return undefined;
  }
}
