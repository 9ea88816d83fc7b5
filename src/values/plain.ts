import { Hash } from "./hash.ts";
import type { Value } from "./value.ts";

/**
 * A value from plain JavaScript data. `integers` says what whole numbers are: with "whole" 1 is an Integer, as
 * JavaScript callers mean it; with "bigint" only bigints are, as parsers that tell 1 from 1.0 give them.
 */
export function fromPlain(data: unknown, integers: "whole" | "bigint" = "whole"): Value {
  if (data === null || data === undefined) return null;
  if (typeof data === "number") return integers === "whole" && Number.isInteger(data) ? BigInt(data) : data;
  if (typeof data !== "object") return scalar(data);
  if (Array.isArray(data)) return data.map((element) => fromPlain(element, integers));
  if (data instanceof Map) {
    return Hash.from([...data].map(([key, value]) => [fromPlain(key, integers), fromPlain(value, integers)]));
  }
  if (data instanceof Hash) return data;
  if (isRecord(data))
    return Hash.from(Object.entries(data).map(([key, value]) => [key, fromPlain(value, integers)]));
  return data as Value;
}

function scalar(data: unknown): Value {
  if (typeof data === "string" || typeof data === "boolean" || typeof data === "bigint") return data;
  return String(data);
}

function isRecord(data: object): data is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(data);
  return prototype === null || prototype === Object.prototype;
}

/**
 * Plain JavaScript data from a value: hashes become objects with their keys as text, Integers numbers where
 * a number holds them exactly, rich values and types their text.
 */
export function toPlain(value: Value): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (!(value instanceof Hash)) return String(value);
  const object: Record<string, unknown> = {};
  for (const [key, element] of value) setOwn(object, key === null ? "" : String(key), toPlain(element));
  return object;
}

/** Sets a property of its own also for a name like `__proto__`. */
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else object[key] = value;
}
