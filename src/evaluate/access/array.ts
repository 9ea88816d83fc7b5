import type { AccessExpression, Expression } from "../../syntax/ast.ts";
import type { Value } from "../../values/value.ts";
import { failAt } from "../explain.ts";
import { toNumeric } from "../operators/numeric.ts";
import type { Scope } from "../scope.ts";
import { typeNameOf } from "../type-name.ts";
import { slice } from "./slice.ts";

/** `array[index]` and `array[from, count]`; indexes that are strings of digits are coerced with a warning. */
export function accessArray(
  array: readonly Value[],
  keys: readonly Value[],
  node: AccessExpression,
  scope: Scope,
): Value {
  if (keys.length === 1) {
    const index = integerKey(keys[0]!, node, 0, scope);
    return array[Number(index < 0n ? BigInt(array.length) + index : index)] ?? null;
  }
  if (keys.length !== 2) {
    const words = `Array supports [] with one or two arguments. Got ${keys.length}`;
    return failAt(node.left, "BAD_ARRAY_SLICE_ARITY", words);
  }
  const [from, count] = [integerKey(keys[0]!, node, 0, scope), integerKey(keys[1]!, node, 1, scope)];
  const { start, length } = slice(array.length, from, count);
  return length > 0 ? array.slice(start, start + length) : [];
}

function integerKey(key: Value, node: AccessExpression, at: number, scope: Scope): bigint {
  const number = toNumeric(key, blamed(node, at), scope);
  if (typeof number === "bigint") return number;
  const words = `An Array[] cannot use ${typeNameOf(number)} where Integer is expected`;
  return failAt(blamed(node, at), "BAD_SLICE_KEY_TYPE", words);
}

/** The expression of a key; one expression may have given several keys. */
function blamed(node: AccessExpression, at: number): Expression {
  return node.keys[at] ?? node.keys[0] ?? node;
}
