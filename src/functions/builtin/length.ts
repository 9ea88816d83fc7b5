import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { codePointLength } from "../../types/code-points.ts";
import { Binary } from "../../values/binary.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

type Measurable = string | Binary | Hash | readonly Value[];

/** How many elements a collection, characters a string, or bytes a binary has. */
export const length = defineFunction(
  "length",
  { params: [param("Collection", "arg")], body: (_call, arg: Measurable) => lengthOf(arg) },
  { params: [param("String", "arg")], body: (_call, arg: Measurable) => lengthOf(arg) },
  { params: [param("Binary", "arg")], body: (_call, arg: Measurable) => lengthOf(arg) },
);

/** The length as an Integer. */
export function lengthOf(value: Measurable): bigint {
  if (typeof value === "string") return BigInt(codePointLength(value));
  if (value instanceof Binary) return BigInt(value.bytes.length);
  return BigInt(value instanceof Hash ? value.size : value.length);
}
