import type { AccessExpression, NamedAccessExpression } from "../../syntax/ast.ts";
import { Binary } from "../../values/binary.ts";
import { Hash } from "../../values/hash.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { accessArray } from "../access/array.ts";
import { flattened } from "../access/flattened.ts";
import { accessBinary, accessString } from "../access/string.ts";
import { accessType } from "../access/type.ts";
import type { Compilation } from "../compilation.ts";
import { isConstant } from "../constant.ts";
import { evaluate, type Handlers } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import type { Scope } from "../scope.ts";
import { labelled } from "../value-label.ts";

/** `x[k]` */
export const access: Handlers<"AccessExpression" | "NamedAccessExpression"> = {
  AccessExpression: (node, scope) =>
    namesType(node) ? parameterizedType(node, scope) : accessed(node, scope),
  NamedAccessExpression: named,
};

const known = new WeakMap<Compilation, WeakMap<AccessExpression, Value>>();

/** `Array[String]` and its like mean the same each time, so they are worked out once in a compilation. */
function parameterizedType(node: AccessExpression, scope: Scope): Value {
  let cache = known.get(scope.compilation);
  if (cache === undefined) {
    cache = new WeakMap();
    known.set(scope.compilation, cache);
  }
  const found = cache.get(node);
  if (found !== undefined) return found;
  const value = accessed(node, scope);
  if (isConstant(node)) cache.set(node, value);
  return value;
}

function namesType(node: AccessExpression): boolean {
  return node.left.kind === "QualifiedReference";
}

function accessed(node: AccessExpression, scope: Scope): Value {
  const left = evaluate(node.left, scope);
  if (left instanceof Type) return accessType(left, node, scope);
  const keys = node.keys.map((key) => evaluate(key, scope));
  if (left instanceof Hash) return accessHash(left, keys, node);
  if (Array.isArray(left)) return accessArray(left, flattened(keys), node, scope);
  if (typeof left === "string") return accessString(left, flattened(keys), node);
  if (left instanceof Binary) return accessBinary(left, flattened(keys), node);
  return failAt(
    node.left,
    "OPERATOR_NOT_APPLICABLE",
    `Operator '[]' is not applicable to ${labelled(left)}.`,
  );
}

/** `x.y` stands for a call; the grammar lets it stand alone nowhere else. */
function named(node: NamedAccessExpression): Value {
  return failAt(
    node,
    "ILLEGAL_EXPRESSION",
    "Illegal expression. A '.' expression is unacceptable as a value",
  );
}

/** `hash[key]`, or with several keys the array of the values that are there. */
export function accessHash(hash: Hash, keys: readonly Value[], node: AccessExpression): Value {
  if (keys.length === 1) return hash.get(keys[0]!) ?? null;
  if (keys.length === 0)
    failAt(node.left, "BAD_HASH_SLICE_ARITY", "Hash supports [] with one or more arguments. Got 0");
  return keys.map((key) => hash.get(key) ?? null).filter((value) => value !== null);
}
