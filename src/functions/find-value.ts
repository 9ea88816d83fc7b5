import { fail } from "../diagnostics/failure.ts";
import type { Closure } from "../evaluate/closure.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { LookupCircumstances } from "../hiera/hiera.ts";
import { mergeStrategy } from "../hiera/merge/strategies.ts";
import { assertInstance } from "../types/assert-instance.ts";
import type { Type } from "../types/type.ts";
import type { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";

/** What is looked up, and what counts when nothing is found. */
export interface Wanted {
  /** One name, or several of which the first with a value counts. */
  readonly name: string | readonly string[];
  readonly type?: Type | null | undefined;
  /** Undefined: no default; undef is one. */
  readonly fallback?: Value | undefined;
  readonly override?: Hash | undefined;
  readonly defaults?: Hash | undefined;
  readonly merge?: Value | undefined;
  readonly hiera3?: LookupCircumstances["hiera3"];
  readonly block?: Closure | undefined;
}

/** The value of a name in layered data (Puppet::Pops::Lookup.lookup), or whatever stands in for it. */
export function findValue(wanted: Wanted, scope: Scope): Value {
  const names = typeof wanted.name === "string" ? [wanted.name] : wanted.name;
  const found = inLayers(names, wanted, scope) ?? inDefaults(names, wanted);
  if (found !== undefined) return found;
  const { block, fallback } = wanted;
  if (block) return checked("Value returned from default block", wanted, block.call([wanted.name as Value]));
  if (fallback !== undefined) return checked("Default value", wanted, fallback);
  const what =
    names.length === 1
      ? `the name '${names[0]}'`
      : `any of the names [${names.map((n) => `'${n}'`).join(", ")}]`;
  fail("LOOKUP_ERROR", `Function lookup() did not find a value for ${what}`);
}

/** Undef is a value: not-found is undefined. */
function inLayers(names: readonly string[], wanted: Wanted, scope: Scope): Value | undefined {
  const { override: overrides, defaults, hiera3 } = wanted;
  const merge = wanted.merge === undefined || wanted.merge === null ? undefined : mergeStrategy(wanted.merge);
  for (const name of names) {
    const override = overrides?.get(name);
    if (override !== undefined)
      return checked(`Value found for key '${name}' in override hash`, wanted, override);
    const value = scope.compilation.hiera.lookup(name, scope, merge, { overrides, defaults, hiera3 });
    if (value !== undefined) return checked("Found value", wanted, value);
  }
  return undefined;
}

function inDefaults(names: readonly string[], wanted: Wanted): Value | undefined {
  for (const name of names) {
    const value = wanted.defaults?.get(name);
    if (value !== undefined)
      return checked(`Value found for key '${name}' in default values hash`, wanted, value);
  }
  return undefined;
}

function checked(subject: string, { type }: Wanted, value: Value): Value {
  return type ? assertInstance(subject, type, value) : value;
}
