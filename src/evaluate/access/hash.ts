import type { AccessExpression } from "../../syntax/ast.ts";
import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { failAt } from "../explain.ts";

/** `hash[key]`, or with several keys the array of the values that are there. */
export function accessHash(hash: Hash, keys: readonly Value[], node: AccessExpression): Value {
  if (keys.length === 1) return hash.get(keys[0]!) ?? null;
  if (keys.length === 0)
    failAt(node.left, "BAD_HASH_SLICE_ARITY", "Hash supports [] with one or more arguments. Got 0");
  return keys.map((key) => hash.get(key) ?? null).filter((value) => value !== null);
}
