import { fail } from "../../diagnostics/failure.ts";
import { Default } from "../../values/default.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { withArticle } from "../article.ts";
import { infer } from "../infer.ts";
import { IntegerType } from "../integer-type.ts";
import { RuntimeType } from "../runtime-type.ts";
import { classLabel, className } from "./class-name.ts";

/** Keys of `T[...]` with arrays among them opened. */
export function flatKeys(keys: readonly Value[]): Value[] {
  return keys.flatMap((key) => (Array.isArray(key) ? flatKeys(key) : [key]));
}

/** How a key is named in messages: by its general type. */
export function keyTypeName(key: Value): string {
  if (key === null) return "Undef";
  return key instanceof Default ? "Default" : String(generalize(infer(key)));
}

/** `An Integer-Type`, `A File['x'] Resource-Reference`. */
export function typeLabel(type: Type): string {
  const isReference = type.name === "Resource" && /\[/.test(type.toString());
  return isReference ? `${type} Resource-Reference` : `${type}-Type`;
}

/** Fails because `T[...]` has too few or too many keys. A label names the type by itself, a type gets an article. */
export function wrongArity(base: string | Type, actual: number, min: number, max?: number): never {
  const label = typeof base === "string" ? base : capitalizedFirst(withArticle(typeLabel(base)));
  let accepted = `${min} argument${min === 1 ? "" : "s"}`;
  if (max === Infinity) accepted = `${min} or more arguments`;
  else if (max !== undefined && max !== min) accepted = `${min} to ${max} arguments`;
  fail("BAD_TYPE_SLICE_ARITY", `${label}[] accepts ${accepted}. Got ${actual}`);
}

function capitalizedFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a key may be: a word for messages and a check. */
export interface KeyKind {
  readonly label: string;
  accepts(key: Value): boolean;
}

/** Fails unless there are so many keys, each of one of the kinds. */
export function checkKeys(
  type: Type,
  keys: readonly Value[],
  max: number,
  ...kinds: readonly KeyKind[]
): void {
  if (keys.length < 1 || keys.length > max) wrongArity(type, keys.length, 1, max);
  for (const key of keys) {
    if (!kinds.some((kind) => kind.accepts(key)))
      badKey(type, key, kinds.map(({ label }) => label).join(" or "));
  }
}

/** Fails because a key is of the wrong kind. */
export function badKey(type: Type, key: Value, expected: string): never {
  badSpecialization(type, `Cannot use ${keyTypeName(key)} where ${expected} is expected`);
}

/** Fails because `T[...]` makes no type. */
export function badSpecialization(type: Type, message: string): never {
  fail(
    "BAD_TYPE_SPECIALIZATION",
    `Error creating type specialization of ${withArticle(typeLabel(type))}, ${message}`,
  );
}

/** The key as a type; fails with the words for types that hold a type. */
export function typeKey(base: string, key: Value | undefined): Type {
  if (key instanceof Type) return key;
  fail("BAD_TYPE_SLICE_TYPE", `${base}[] arguments must be types. Got ${className(key ?? null)}`);
}

/** The size that one or two keys give; open ends are `default`. */
export function sizeKeys(...keys: readonly Value[]): IntegerType {
  const [first] = keys;
  if (keys.length === 1 && first instanceof IntegerType) return first;
  for (const key of keys) {
    if (typeof key === "bigint" || key instanceof Default) continue;
    fail(
      "BAD_COLLECTION_SLICE_TYPE",
      `A Type's size constraint arguments must be a single Integer type, or 1-2 integers (or default). Got ${withArticle(classLabel(key))}`,
    );
  }
  return integerRange(...keys);
}

/** The range of one or two keys that are integers or `default`. */
export function integerRange(from?: Value, to?: Value): IntegerType {
  return new IntegerType(typeof from === "bigint" ? from : -Infinity, typeof to === "bigint" ? to : Infinity);
}

/** Whether a key can be an end of a range. */
export function isRangeKey(key: Value | undefined): boolean {
  return typeof key === "bigint" || key instanceof Default || key === "default";
}

/** The type that a key stands for where Puppet takes values too: a String names a class of the runtime. */
export function typeOfKey(key: Value): Type {
  if (key instanceof Type) return key;
  return typeof key === "string" ? new RuntimeType("ruby", key) : infer(key).generalize();
}

/** A type without ranges, sizes and literal strings; any other value as it is. */
export function generalize<T extends Value>(value: T): T | Type {
  return value instanceof Type ? value.generalize() : value;
}
