import { EnumType } from "../types/enum-type.ts";
import { NumericType } from "../types/numeric-type.ts";
import { StringType } from "../types/string-type.ts";
import { TypeAliasType } from "../types/type-alias-type.ts";
import { Sensitive } from "../values/sensitive.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { isStub } from "./stub.ts";

/** Texts of the kinds that secrets have, for types with patterns. */
const TEXTS = [
  "0",
  "stub",
  "Stub-secret-1",
  "/stub/secret",
  "https://stub.example.com/",
  "stub@example.com",
  "stub.example.com",
  "c3R1Yg==",
  "0123456789abcdef".repeat(2),
  "0123456789abcdef0123456789abcdef01234567",
  "0123456789abcdef".repeat(4),
  "$6$stub$stub",
  "*",
  "-----BEGIN STUB-----",
];

/** A value that fits a type in place of a stub that does not; the stub itself when none is known. */
export function typedStub(type: Type, value: Value): Value {
  if (type.isInstance(value) || !isStubValue(value)) return value;
  const plain = [...candidates(type, value instanceof Sensitive ? value.value : value)];
  const wrapped = plain.map((candidate) => new Sensitive(candidate));
  return [...plain, ...wrapped].find((candidate) => type.isInstance(candidate)) ?? value;
}

function isStubValue(value: Value): boolean {
  const plain = value instanceof Sensitive ? value.value : value;
  return typeof plain === "string" && isStub(plain);
}

function* candidates(type: Type, stub: Value): Iterable<Value> {
  yield stub;
  yield* ofParts(type, String(stub), new Set());
  yield* TEXTS;
  yield* [0n, 1n, 0.5, false, true];
}

/** What the type itself says: the words of an Enum, the ends of a range, the length of a text. */
function* ofParts(type: Type, stub: string, seen: Set<Type>): Iterable<Value> {
  if (seen.has(type)) return;
  seen.add(type);
  if (type instanceof TypeAliasType) yield* ofParts(type.resolved, stub, seen);
  if (type instanceof EnumType) yield* type.values;
  if (type instanceof NumericType) yield* [type.min, type.max].filter((end) => Number.isFinite(Number(end)));
  if (type instanceof StringType) yield* ofLength(type, stub);
  for (const part of type.parts()) yield* ofParts(part, stub, seen);
}

function* ofLength({ size }: StringType, stub: string): Iterable<Value> {
  if (size?.to !== undefined) yield stub.slice(0, Number(size.to));
  if (size?.from !== undefined) yield stub.padEnd(Number(size.from), "-");
}
