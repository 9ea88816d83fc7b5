import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import type { Value } from "../../values/value.ts";
import { rubyFloat } from "../numeric-text.ts";

/** The arguments of a format, taken one after another, by position or by name. */
export class Arguments {
  readonly #values: readonly Value[];
  #next = 0;

  constructor(values: readonly Value[]) {
    this.#values = values;
  }

  next(): Value {
    return this.at(++this.#next);
  }

  /** By 1-based position. */
  at(position: number): Value {
    return this.#values[position - 1] ?? (position > this.#values.length ? tooFew() : null);
  }

  /** By name, in the hash that must be the only argument. */
  named(name: string, shown: string): Value {
    const [hash] = this.#values;
    if (this.#values.length !== 1 || !(hash instanceof Hash)) fail("ARGUMENT_ERROR", "one hash required");
    return hash.get(name) ?? (hash.has(name) ? null : fail("KEY_ERROR", `key${shown} not found`));
  }
}

function tooFew(): never {
  fail("ARGUMENT_ERROR", "too few arguments");
}

/** The Integer that Ruby's `Integer()` makes of a value. */
export function integerOf(value: Value): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) fail("FLOAT_DOMAIN_ERROR", String(value));
    return BigInt(Math.trunc(value));
  }
  if (typeof value === "string") return integerText(value);
  return fail("TYPE_ERROR", `can't convert ${className(value)} into Integer`);
}

const PREFIXES: Readonly<Record<string, string>> = {
  "0x": "0x",
  "0b": "0b",
  "0o": "0o",
  "0d": "",
  "0": "0o",
};

function integerText(text: string): bigint {
  const match = /^\s*([-+]?)(0[xX]|0[bB]|0[oO]|0[dD]|0(?=\d))?([0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*)\s*$/.exec(
    text,
  );
  const [, sign, prefix = "0d", digits = "?"] = match ?? [];
  try {
    const value = BigInt((PREFIXES[prefix.toLowerCase()] ?? "") + digits.replace(/_/g, ""));
    return sign === "-" ? -value : value;
  } catch {
    return fail("ARGUMENT_ERROR", `invalid value for Integer(): ${JSON.stringify(text)}`);
  }
}

/** The Float that Ruby's `Float()` makes of a value. */
export function floatOf(value: Value): number {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "string") return fail("TYPE_ERROR", `can't convert ${className(value)} into Float`);
  return rubyFloat(value) ?? fail("ARGUMENT_ERROR", `invalid value for Float(): ${JSON.stringify(value)}`);
}

function className(value: Value): string {
  if (value === null) return "nil";
  return typeof value === "boolean" ? String(value) : rubyClass(value);
}
