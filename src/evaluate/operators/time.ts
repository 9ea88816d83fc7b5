import { fail } from "../../diagnostics/failure.ts";
import type { ArithmeticExpression } from "../../syntax/ast.ts";
import { withArticle } from "../../syntax/label.ts";
import { Timespan } from "../../values/timespan.ts";
import { Timestamp } from "../../values/timestamp.ts";
import type { Value } from "../../values/value.ts";
import { failAt } from "../explain.ts";
import { labelled, valueLabel } from "../value-label.ts";

type Numeric = bigint | number | Timespan | Timestamp;

/** Arithmetic with a Timespan or a Timestamp on at least one side; numbers count as seconds. */
export function timeResult(node: ArithmeticExpression, left: Numeric, right: Numeric): Value {
  if (typeof left === "object")
    return left instanceof Timespan ? spans(node, left, right) : stamps(node, left, right);
  const { operator } = node;
  if (operator === "+") return timeResult(node, right, left);
  if (right instanceof Timespan && operator === "*") return timeResult(node, right, left);
  if (right instanceof Timespan && operator === "-") return spans(node, new Timespan(seconds(left)), right);
  const words = `Operator '${operator}' is not applicable to ${labelled(left)} when right side is ${labelled(right)}.`;
  return failAt(node.left, "OPERATOR_NOT_APPLICABLE_WHEN", words);
}

function spans(node: ArithmeticExpression, left: Timespan, right: Numeric): Value {
  switch (node.operator) {
    case "+":
      if (right instanceof Timestamp) return new Timestamp(left.nanoseconds + right.nanoseconds);
      return new Timespan(left.nanoseconds + nanoseconds(right));
    case "-":
      if (right instanceof Timestamp)
        return refused(right, (what) => `A ${what} cannot be subtracted from a Timespan`);
      return new Timespan(left.nanoseconds - nanoseconds(right));
    case "*":
      if (typeof right === "object")
        return refused(right, (what) => `A Timestamp cannot be multiplied by ${withArticle(what)}`);
      return new Timespan(scaled(left.nanoseconds, right));
    case "/":
      return quotient(node, left, right);
    case "%":
      return remainder(node, left, right);
    default:
      return inapplicable(node, left);
  }
}

function stamps(node: ArithmeticExpression, left: Timestamp, right: Numeric): Value {
  if (node.operator === "+") {
    if (right instanceof Timestamp)
      return refused(right, (what) => `A ${what} cannot be added to a Timestamp`);
    return new Timestamp(left.nanoseconds + nanoseconds(right));
  }
  if (node.operator !== "-") return inapplicable(node, left);
  if (right instanceof Timestamp) return new Timespan(left.nanoseconds - right.nanoseconds);
  return new Timestamp(left.nanoseconds - nanoseconds(right));
}

/** A span divided by a span is a number; by a number, a span. */
function quotient(node: ArithmeticExpression, left: Timespan, right: Numeric): Value {
  if (right instanceof Timespan) return Number(left.nanoseconds) / Number(right.nanoseconds);
  if (typeof right === "object")
    return refused(right, (what) => `A Timespan cannot be divided by ${withArticle(what)}`);
  if (Number(right) === 0) failAt(node.right, "DIV_BY_ZERO", "Division by 0");
  if (typeof right === "bigint") return new Timespan(flooredQuotient(left.nanoseconds, right));
  return new Timespan(BigInt(Math.floor(Number(left.nanoseconds) / right)));
}

/** The remainder of whole seconds. */
function remainder(node: ArithmeticExpression, left: Timespan, right: Numeric): Value {
  if (typeof right !== "bigint")
    return refused(right, (what) => `Can not do modulus on a Timespan using a ${withArticle(what)}`);
  if (right === 0n) failAt(node.right, "DIV_BY_ZERO", "Division by 0");
  const whole = left.nanoseconds / 1_000_000_000n;
  return whole - flooredQuotient(whole, right) * right;
}

function flooredQuotient(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
}

function nanoseconds(value: Numeric): bigint {
  return typeof value === "object" ? value.nanoseconds : seconds(value);
}

function seconds(value: bigint | number): bigint {
  return scaled(1_000_000_000n, value);
}

function scaled(count: bigint, factor: bigint | number): bigint {
  return typeof factor === "bigint" ? count * factor : BigInt(Math.trunc(Number(count) * factor));
}

function refused(value: Value, words: (what: string) => string): never {
  return fail("ARGUMENT_ERROR", words(valueLabel(value)));
}

function inapplicable(node: ArithmeticExpression, left: Value): never {
  return failAt(
    node.left,
    "OPERATOR_NOT_APPLICABLE",
    `Operator '${node.operator}' is not applicable to ${labelled(left)}.`,
  );
}
