import { floatToText } from "../values/float-text.ts";
import type { Value } from "../values/value.ts";
import { leadingFloat, leadingInteger } from "./numeric-text.ts";

/** Whether a value is a Float, or a text that Ruby writes a Float as. */
export function isFloatLike(value: Value): boolean {
  if (typeof value === "number") return true;
  return typeof value === "string" && value === floatToText(leadingFloat(value));
}

/** Whether a value is a number, or a text of one. */
export function isNumericLike(value: Value): boolean {
  if (typeof value === "bigint" || typeof value === "number") return true;
  return typeof value === "string" && /^-?(?:[1-9]\d*|0)(?:\.\d+)?(?:[eE]-?\d+)?$/m.test(value);
}

/** Whether a value is undef, or a text that is not how Ruby writes a number. */
export function isWordLike(value: Value): boolean {
  if (value === null) return true;
  if (typeof value !== "string") return false;
  return value !== floatToText(leadingFloat(value)) && value !== String(leadingInteger(value));
}
