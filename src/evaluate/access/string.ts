import type { AccessExpression } from "../../syntax/ast.ts";
import { withArticle } from "../../syntax/label.ts";
import { Binary } from "../../values/binary.ts";
import { toNumber } from "../../values/numbers.ts";
import type { Value } from "../../values/value.ts";
import { failAt } from "../explain.ts";
import { typeNameOf } from "../type-name.ts";
import { type Slice, slice } from "./slice.ts";

/** `string[index]` and `string[from, count]`, counted in characters; outside of the string lies the empty string. */
export function accessString(text: string, keys: readonly Value[], node: AccessExpression): Value {
  const characters = isAscii(text) ? text : [...text];
  const { start, length } = sliceOf(characters.length, keys, node);
  const part = length > 0 ? characters.slice(start, start + length) : "";
  return typeof part === "string" ? part : part.join("");
}

/** The same on the bytes of a Binary. */
export function accessBinary(binary: Binary, keys: readonly Value[], node: AccessExpression): Value {
  const { start, length } = sliceOf(binary.bytes.length, keys, node);
  return new Binary(length > 0 ? binary.bytes.slice(start, start + length) : new Uint8Array());
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

function sliceOf(size: number, keys: readonly Value[], node: AccessExpression): Slice {
  if (keys.length !== 1 && keys.length !== 2) {
    const words = `String supports [] with one or two arguments. Got ${keys.length}`;
    return failAt(node.left, "BAD_STRING_SLICE_ARITY", words);
  }
  const from = integerKey(keys[0]!, node, 0);
  if (keys.length === 2) return slice(size, from, integerKey(keys[1]!, node, 1));
  const start = from < 0n ? size + Number(from) : Number(from);
  return { start, length: start < 0 ? 0 : 1 };
}

function integerKey(key: Value, node: AccessExpression, at: number): bigint {
  const number = typeof key === "string" ? (toNumber(key) ?? key) : key;
  if (typeof number === "bigint") return number;
  const words = `A substring operation does not accept ${withArticle(typeNameOf(number))} as a character index. Expected an Integer`;
  return failAt(node.keys[at] ?? node, "BAD_STRING_SLICE_KEY_TYPE", words);
}
