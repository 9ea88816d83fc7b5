import { assertInstance } from "../types/assert-instance.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import type { Invocation } from "./invocation.ts";
import { lookupFail } from "./lookup-failure.ts";
import type { MergeStrategy } from "./merge/strategy.ts";

/** What a lookup wants of the value, and what to do without one. */
export interface LookupWishes {
  readonly type?: Type | undefined;
  readonly merge?: MergeStrategy | undefined;
  /** Used when nothing is found; undefined means there is no default. */
  readonly defaultValue?: Value | undefined;
  /** Called with the names when nothing is found; wins over the default. */
  readonly defaultBlock?: (() => Value) | undefined;
}

/**
 * The value of the first name that has one: from the overrides, the layers, then (for any name) the default values,
 * then the block or default; fails when there is none at all (Puppet::Pops::Lookup.lookup).
 */
export function lookupNames(names: readonly string[], wishes: LookupWishes, invocation: Invocation): Value {
  const found = valueFor(names, wishes, invocation);
  invocation.layers.tell(invocation, () => `Lookup of ${names.map((name) => `'${name}'`).join(", ")}`);
  return found === undefined ? notFound(names) : found;
}

function valueFor(names: readonly string[], wishes: LookupWishes, invocation: Invocation): Value | undefined {
  const assert = (subject: string, value: Value): Value =>
    wishes.type ? assertInstance(subject, wishes.type, value) : value;
  for (const name of names) {
    const override = invocation.overrides.get(name);
    if (override !== undefined) {
      return assert("Found value", assert(`Value found for key '${name}' in override hash`, override));
    }
    const found = invocation.layers.search(name, invocation, wishes.merge);
    if (found !== undefined) return assert("Found value", found);
  }
  for (const name of names) {
    const fallback = invocation.defaults.get(name);
    if (fallback !== undefined)
      return assert(`Value found for key '${name}' in default values hash`, fallback);
  }
  if (wishes.defaultBlock) return assert("Value returned from default block", wishes.defaultBlock());
  return wishes.defaultValue === undefined ? undefined : assert("Default value", wishes.defaultValue);
}

function notFound(names: readonly string[]): never {
  if (names.length === 1) {
    return lookupFail(`Function lookup() did not find a value for the name '${names[0]}'`);
  }
  const list = names.map((name) => `'${name}'`).join(", ");
  return lookupFail(`Function lookup() did not find a value for any of the names [${list}]`);
}
