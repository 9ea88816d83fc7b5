import { fail } from "../diagnostics/failure.ts";

/**
 * The number a text denotes for Ruby's `Float()`: decimal or hexadecimal, underscores between digits; undefined
 * when it denotes none.
 */
export function rubyFloat(text: string): number | undefined {
  const trimmed = text.replace(/^[\s\0]+|\s+$/g, "");
  if (/^[-+]?0[xX][0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*$/.test(trimmed)) {
    const value = Number(trimmed.replace(/^[-+]/, "").replace(/_/g, ""));
    return trimmed.startsWith("-") ? -value : value;
  }
  const decimal = /^[-+]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:[eE][-+]?\d+(?:_\d+)*)?$/;
  return decimal.test(trimmed) ? Number(trimmed.replace(/_/g, "")) : undefined;
}

/** The number at the beginning of a text, zero when there is none: Ruby's `to_f`. */
export function leadingFloat(text: string): number {
  const found = /^\s*([-+]?(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?)/.exec(text);
  return found ? Number(found[1]!.replace(/_/g, "")) : 0;
}

/** The integer at the beginning of a text, zero when there is none: Ruby's `to_i`. */
export function leadingInteger(text: string): bigint {
  const found = /^\s*([-+]?)(\d+(?:_\d+)*)/.exec(text);
  if (!found) return 0n;
  const value = BigInt(found[2]!.replace(/_/g, ""));
  return found[1] === "-" ? -value : value;
}

/** The Integer that a whole-numbered Float is; fails as Ruby does for infinity and NaN. */
export function wholeNumber(value: number): bigint {
  if (!Number.isFinite(value))
    fail("FLOAT_DOMAIN_ERROR", Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
  return BigInt(value);
}
