import { fail } from "../diagnostics/failure.ts";
import { rubyInspect } from "../values/ruby/inspect.ts";
import type { Value } from "../values/value.ts";

/** What values an attribute takes and what becomes of them: Puppet's validate and munge in one. */
export interface Kind<T> {
  /** The value a provider sees; fails with Puppet's sentence when it is not one. Never sees undef. */
  parse(value: Value): T;
  /** The values taken, as the documentation and "did you mean" name them. */
  readonly accepts?: readonly string[] | undefined;
  /** All elements of an array make one value; otherwise any element of a state will do, and the first is set. */
  readonly many?: boolean | undefined;
}

/** A kind with the value it has when none is given. */
export interface Defaulted<T> extends Kind<T> {
  readonly fallback: T;
}

/** Any text; numbers and booleans are taken as their text. */
export const str: Kind<string> = { parse: textOf };

/** A text as Puppet's parameters see scalars; fails on arrays, hashes and the like. */
export function textOf(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (typeof value === "number") return Number.isInteger(value) ? value.toFixed(1) : String(value);
  return fail("INVALID_VALUE", `Invalid value ${rubyInspect(value)}.`);
}

/** `true` and `false`, as booleans or as text (Puppet's `newvalues(:true, :false)`). */
export const bool: Kind<boolean> = {
  accepts: ["true", "false"],
  parse: (value) => choose(value, ["true", "false"]) === "true",
};

/** `true`, `false`, `yes` and `no` in any case (Puppet::Parameter::Boolean). */
export const looseBool: Kind<boolean> = {
  accepts: ["true", "false", "yes", "no"],
  parse(value) {
    const text = typeof value === "string" ? value.toLowerCase() : value;
    const word = choose(typeof text === "boolean" ? String(text) : text, ["true", "false", "yes", "no"]);
    return word === "true" || word === "yes";
  },
};

/** One of some words. */
export function oneOf<const W extends string>(...words: W[]): Kind<W> {
  return { accepts: words, parse: (value) => choose(value, words) };
}

/** A kind some words of which need what no provider here can do, by the feature Puppet names; they are refused. */
export function withoutFeatures<T>(
  kind: Kind<T>,
  state: string,
  provider: string,
  features: Readonly<Record<string, string>>,
): Kind<T> {
  return {
    ...kind,
    parse(value) {
      const feature = features[String(value)];
      if (feature === undefined) return kind.parse(value);
      const needs = `Provider ${provider} must have features '${feature}'`;
      return fail("MISSING_FEATURE", `${needs} to set '${state}' to '${String(value)}'`);
    },
  };
}

/** One of some words, others standing for some of them (Puppet's `aliasvalue`). */
export function oneOfOr<const W extends string>(
  words: readonly W[],
  aliases: Readonly<Record<string, W>>,
): Kind<W> {
  return { accepts: words, parse: (value) => aliases[String(value)] ?? choose(value, words) };
}

/** A text that matches a pattern. */
export function matching(pattern: RegExp): Kind<string> {
  return {
    parse(value) {
      const text = scalarText(value);
      if (text !== undefined && pattern.test(text)) return text;
      return fail("INVALID_VALUE", `Invalid value ${rubyInspect(value)}. Valid values match ${pattern}.`);
    },
  };
}

function choose<W extends string>(value: Value, words: readonly W[]): W {
  const text = scalarText(value);
  const found = words.find((word) => word === text);
  return found ?? fail("INVALID_VALUE", invalid(value, words));
}

function scalarText(value: Value): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "boolean" || typeof value === "bigint" ? String(value) : undefined;
}

function invalid(value: Value, words: readonly string[]): string {
  const list = words.length === 0 ? "" : ` Valid values are ${words.join(", ")}.`;
  return `Invalid value ${rubyInspect(value)}.${list}`;
}

/** An absolute path (Puppet::Parameter::Path); `name` is the parameter's, for the sentence. */
export function absolutePath(name: string): Kind<string> {
  return {
    parse(value) {
      if (Array.isArray(value))
        fail("INVALID_PATH", `${name} only accepts a single path, not an array of paths`);
      const path = textOf(value);
      return path.startsWith("/") ? path : fail("INVALID_PATH", `${name} must be a fully qualified path`);
    },
  };
}

/** One value or an array of values, always seen as an array. */
export function list<T>(kind: Kind<T>): Kind<readonly T[]> {
  return {
    accepts: kind.accepts,
    many: true,
    parse: (value) => (Array.isArray(value) ? value : [value]).map((item: Value) => kind.parse(item)),
  };
}

/** A kind with a default. */
export function withDefault<T>(kind: Kind<T>, fallback: T): Defaulted<T> {
  return { ...kind, fallback };
}

/** A value as given. */
export const anything: Kind<Value> = { many: true, parse: (value) => value };
