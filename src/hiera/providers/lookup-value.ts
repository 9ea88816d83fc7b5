import "../../types/infer.ts";
import { fail } from "../../diagnostics/failure.ts";
import { RubySymbol } from "../../formats/yaml/ruby-symbol.ts";
import { inference } from "../../types/inference.ts";
import { DEFAULT } from "../../values/default.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

const KEYS: ReadonlySet<string> = new Set(["string", "bigint", "number"]);
/** The symbols that are values of Puppet's, as its runtime writes them. */
const MEANT: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["undef", null],
  ["default", DEFAULT],
]);
const sound = new WeakSet<object>();

/**
 * A value of a data function as Puppet data. Fails when it is not Puppet's LookupValue: other symbols than `:undef`
 * and `:default`, or keys other than strings and numbers.
 */
export function lookupValue(given: Value, origin: () => string): Value {
  if (offending(given) === undefined) return given;
  const value = withoutSymbols(given);
  const offender = offending(value);
  if (offender === undefined) return value;
  return fail("TYPE_MISMATCH", `${origin()} has wrong type, expects Puppet::LookupValue, got ${offender}`);
}

/** Take for sound, without looking, what differs from a sound value only in texts that are not worked out yet. */
export function soundAs<T extends object>(original: Value, value: T): T {
  if (offending(original) === undefined) sound.add(value);
  return value;
}

function withoutSymbols(value: Value): Value {
  if (value instanceof RubySymbol) return meant(value);
  if (Array.isArray(value)) return (value as readonly Value[]).map(withoutSymbols);
  if (!(value instanceof Hash)) return value;
  return Hash.from([...value].map(([key, inner]) => [key, withoutSymbols(inner)]));
}

function meant(symbol: RubySymbol): Value {
  const value = MEANT.get(symbol.name);
  return value === undefined ? symbol : value;
}

function offending(value: Value): string | undefined {
  if (typeof value !== "object" || value === null || sound.has(value)) return undefined;
  if (value instanceof RubySymbol) return value.typeName;
  const found = Array.isArray(value)
    ? firstOffending(value)
    : value instanceof Hash
      ? ofHash(value)
      : undefined;
  if (found === undefined) sound.add(value);
  return found;
}

function ofHash(hash: Hash): string | undefined {
  for (const key of hash.keys()) {
    if (!KEYS.has(typeof key)) return String(inference.infer(hash));
  }
  return firstOffending(hash.values());
}

function firstOffending(values: Iterable<Value>): string | undefined {
  for (const value of values) {
    const found = offending(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
