import "../../types/infer.ts";
import { fail } from "../../diagnostics/failure.ts";
import { inference } from "../../types/inference.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { RubySymbol } from "../yaml/ruby-symbol.ts";

const KEYS: ReadonlySet<string> = new Set(["string", "bigint", "number"]);
const sound = new WeakSet<object>();

/** Fail when a value of a data function is not Puppet's LookupValue: symbols, or keys other than strings and numbers. */
export function assertLookupValue(value: Value, origin: () => string): void {
  const offender = offending(value);
  if (offender === undefined) return;
  fail("TYPE_MISMATCH", `${origin()} has wrong type, expects Puppet::LookupValue, got ${offender}`);
}

/** Take for sound, without looking, what differs from a sound value only in texts that are not worked out yet. */
export function soundAs<T extends object>(original: Value, value: T): T {
  if (offending(original) === undefined) sound.add(value);
  return value;
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
