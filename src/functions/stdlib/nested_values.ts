import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

/** The values of a hash, those of hashes in it too. */
export const nested_values = defineFunction("stdlib::nested_values", {
  params: [param("Hash", "hash")],
  returns: "Array",
  body: (_call, hash: Hash) => valuesOf(hash),
});

function valuesOf(hash: Hash): Value[] {
  return [...hash.values()].flatMap((value) => (value instanceof Hash ? valuesOf(value) : [value]));
}
