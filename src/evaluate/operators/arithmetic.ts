import { Failure, fail } from "../../diagnostics/failure.ts";
import type { ArithmeticExpression } from "../../syntax/ast.ts";
import { capitalLabelOf } from "../../syntax/label.ts";
import { Binary } from "../../values/binary.ts";
import { floatToText } from "../../values/float-text.ts";
import { Hash } from "../../values/hash.ts";
import { isInRange, MAX_INTEGER } from "../../values/numbers.ts";
import { SemVer } from "../../values/sem-ver.ts";
import { Uri } from "../../values/uri.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import { failAt, failWhile } from "../explain.ts";
import type { Scope } from "../scope.ts";
import { labelled } from "../value-label.ts";
import { appended, merged, removed } from "./collections.ts";
import { type Numeric, toNumeric } from "./numeric.ts";
import { timeResult } from "./time.ts";

/** `+ - * / % << >>` on numbers, times, arrays, hashes, URIs and Binary values. */
export function arithmetic(node: ArithmeticExpression, scope: Scope): Value {
  const left = evaluate(node.left, scope);
  const right = evaluate(node.right, scope);
  if (typeof left === "bigint" && typeof right === "bigint") return integers(node, left, right);
  try {
    return calculated(node, left, right, scope);
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.issue.place !== undefined) throw thrown;
    return failWhile(node, thrown.issue.code, thrown.issue.message);
  }
}

function calculated(node: ArithmeticExpression, left: Value, right: Value, scope: Scope): Value {
  const { operator } = node;
  if (Array.isArray(left) || left instanceof Hash) {
    if (operator === "+") return merged(left, right);
    if (operator === "-") return removed(left, right);
    if (operator === "<<") return Array.isArray(left) ? appended(left, right) : notApplicable(node, left);
  }
  if (operator === "+" && (left instanceof Uri || left instanceof Binary)) return merged(left, right);
  return numbers(node, toNumeric(left, node.left, scope), toNumeric(right, node.right, scope));
}

function numbers(node: ArithmeticExpression, left: Numeric, right: Numeric): Value {
  if (node.operator === "%") refuseFloats(node, left, right);
  if (left instanceof SemVer) return notApplicable(node, left);
  if (right instanceof SemVer) return fail("TYPE_ERROR", "can't convert SemanticPuppet::Version into Float");
  if (typeof left === "object" || typeof right === "object") return timeResult(node, left, right);
  if (typeof left === "bigint" && typeof right === "bigint") return integers(node, left, right);
  return floats(node, left, right);
}

/** Remainders of floats would show rounding errors, so Puppet has none. */
function refuseFloats(node: ArithmeticExpression, left: Numeric, right: Numeric): void {
  if (typeof left === "number") notApplicable(node, left);
  if (typeof right !== "number") return;
  const words = `Operator '%' is not applicable to ${labelled(left)} when right side is ${labelled(right)}.`;
  failAt(node.left, "OPERATOR_NOT_APPLICABLE_WHEN", words);
}

function integers(node: ArithmeticExpression, left: bigint, right: bigint): bigint {
  const result = integerResult(node, left, right);
  return isInRange(result) ? result : overflow(node, result);
}

function integerResult(node: ArithmeticExpression, left: bigint, right: bigint): bigint {
  switch (node.operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return (left - floorRemainder(node, left, right)) / right;
    case "%":
      return floorRemainder(node, left, right);
    case "<<":
      return shifted(left, right);
    case ">>":
      return shifted(left, -right);
  }
}

/** Ruby's remainder takes the sign of the divisor, and its division rounds down. */
function floorRemainder(node: ArithmeticExpression, left: bigint, right: bigint): bigint {
  if (right === 0n) failAt(node.right, "DIV_BY_ZERO", "Division by 0");
  const remainder = left % right;
  return remainder !== 0n && remainder < 0n !== right < 0n ? remainder + right : remainder;
}

const WIDEST_SHIFT = 65_536n;

/** A shift wider than any integer of Puppet is cut off: the result is out of range, or nothing, all the same. */
function shifted(value: bigint, by: bigint): bigint {
  if (by < 0n) return value >> (by < -WIDEST_SHIFT ? WIDEST_SHIFT : -by);
  return value << (by > WIDEST_SHIFT ? WIDEST_SHIFT : by);
}

function overflow(node: ArithmeticExpression, value: bigint): never {
  const end = value > MAX_INTEGER ? "max" : "min";
  const hex = value < 0n ? `-0x${(-value).toString(16)}` : `+0x${value.toString(16)}`;
  const words = `${capitalLabelOf(node)} resulted in a value outside of Puppet Integer ${end} range, got '${hex}'`;
  return failAt(node, "NUMERIC_OVERFLOW", words);
}

function floats(node: ArithmeticExpression, left: bigint | number, right: bigint | number): Value {
  const [a, b] = [Number(left), Number(right)];
  const result = floatResult(node, left, a, b);
  if (result !== Infinity && result !== -Infinity) return result;
  return failAt(node.left, "RESULT_IS_INFINITY", `The result of the ${node.operator} expression is Infinity`);
}

function floatResult(
  node: ArithmeticExpression,
  left: bigint | number,
  a: number,
  b: number,
): Value & (number | bigint) {
  switch (node.operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    default:
      if (typeof left === "number") return notApplicable(node, left);
      return integers(node, left, truncated(node, b));
  }
}

/** A shift by a float shifts by its whole part. */
function truncated(node: ArithmeticExpression, by: number): bigint {
  if (Number.isFinite(by)) return BigInt(Math.trunc(by));
  return failWhile(node, "FLOAT_DOMAIN_ERROR", floatToText(by));
}

/** Refuse an operator for the kind of value on its left. */
export function notApplicable(node: ArithmeticExpression, left: Value): never {
  const words = `Operator '${node.operator}' is not applicable to ${labelled(left)}.`;
  return failAt(node.left, "OPERATOR_NOT_APPLICABLE", words);
}
