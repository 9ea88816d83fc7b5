import type {
  AndExpression,
  ComparisonExpression,
  InExpression,
  MatchExpression,
  OrExpression,
  UnaryMinusExpression,
} from "../../syntax/ast.ts";
import { compare, equals, includes, matches, NotComparable } from "../../values/equality.ts";
import { Regexp } from "../../values/regexp.ts";
import { SemVerRange } from "../../values/sem-ver-range.ts";
import { Timespan } from "../../values/timespan.ts";
import { sameInstances, Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { evaluate, type Handlers } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import { arithmetic } from "../operators/arithmetic.ts";
import { toNumeric } from "../operators/numeric.ts";
import type { Scope } from "../scope.ts";
import { isTrue } from "../truth.ts";
import { elements } from "../unfold.ts";
import { labelled, valueLabel } from "../value-label.ts";

type Operators =
  | "ParenthesizedExpression"
  | "NotExpression"
  | "UnaryMinusExpression"
  | "UnfoldExpression"
  | "ArithmeticExpression"
  | "ComparisonExpression"
  | "MatchExpression"
  | "InExpression"
  | "AndExpression"
  | "OrExpression";

/** Operators that make a value of values. */
export const operators: Handlers<Operators> = {
  ParenthesizedExpression: (node, scope) => evaluate(node.expr, scope),
  NotExpression: (node, scope) => !isTrue(evaluate(node.expr, scope)),
  UnaryMinusExpression: unaryMinus,
  UnfoldExpression: (node, scope) => elements(evaluate(node.expr, scope)),
  ArithmeticExpression: arithmetic,
  ComparisonExpression: comparison,
  MatchExpression: match,
  InExpression: isIn,
  AndExpression: and,
  OrExpression: or,
};

function and(node: AndExpression, scope: Scope): Value {
  return isTrue(evaluate(node.left, scope)) && isTrue(evaluate(node.right, scope));
}

function or(node: OrExpression, scope: Scope): Value {
  return isTrue(evaluate(node.left, scope)) || isTrue(evaluate(node.right, scope));
}

function unaryMinus(node: UnaryMinusExpression, scope: Scope): Value {
  const value = toNumeric(evaluate(node.expr, scope), node, scope);
  if (value instanceof Timespan) return new Timespan(-value.nanoseconds);
  if (typeof value !== "object") return -value;
  return failAt(node, "OPERATOR_NOT_APPLICABLE", `Operator '-' is not applicable to ${labelled(value)}.`);
}

function comparison(node: ComparisonExpression, scope: Scope): Value {
  const left = evaluate(node.left, scope);
  const right = evaluate(node.right, scope);
  if (node.operator === "==") return areEqual(left, right);
  if (node.operator === "!=") return !areEqual(left, right);
  return left instanceof Type ? compareTypes(node, left, right) : compareValues(node, left, right);
}

function areEqual(left: Value, right: Value): boolean {
  return left instanceof Type ? right instanceof Type && sameInstances(left, right) : equals(left, right);
}

function compareValues(node: ComparisonExpression, left: Value, right: Value): boolean {
  try {
    return holds(node.operator, compare(left, right));
  } catch (thrown) {
    if (!(thrown instanceof NotComparable)) throw thrown;
    return notComparable(node, left, right, thrown.message);
  }
}

function holds(operator: ComparisonExpression["operator"], order: number): boolean {
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

/** One type is less than another when every instance of it is an instance of the other. */
function compareTypes(node: ComparisonExpression, left: Type, right: Value): boolean {
  if (!(right instanceof Type)) return false;
  const { operator } = node;
  const [narrow, wide] = operator === "<" || operator === "<=" ? [left, right] : [right, left];
  if (!wide.isAssignable(narrow)) return false;
  return operator === "<=" || operator === ">=" || !sameInstances(left, right);
}

function notComparable(node: ComparisonExpression, left: Value, right: Value, why: string): never {
  const operands = `${valueLabel(left)} ${node.operator} ${valueLabel(right)}`;
  return failAt(
    node,
    "COMPARISON_NOT_POSSIBLE",
    `Comparison of: ${operands}, is not possible. Caused by '${why}'.`,
  );
}

/** `=~` and `!~`: against a type, a version range, a regular expression or a string holding one. */
function match(node: MatchExpression, scope: Scope): Value {
  const left = evaluate(node.left, scope);
  const right = evaluate(node.right, scope);
  const wanted = node.operator === "=~";
  if (right instanceof Type) return right.isInstance(left) === wanted;
  if (right instanceof SemVerRange) return matches(left, right) === wanted;
  const pattern = right instanceof Regexp ? right : patternFrom(right, node);
  if (typeof left !== "string") {
    const words = `Left match operand must result in a String value. Got ${labelled(left)}.`;
    return failAt(node.left, "MATCH_NOT_STRING", words);
  }
  const found = pattern.match(left);
  if (found !== undefined) scope.match = found;
  return (found !== undefined) === wanted;
}

function patternFrom(value: Value, node: MatchExpression): Regexp {
  try {
    if (typeof value === "string") return Regexp.checked(value);
  } catch (thrown) {
    return notRegexp(node, thrown instanceof Error ? thrown.message : String(thrown));
  }
  return notRegexp(node, `no implicit conversion of ${rubyClass(value)} into String`);
}

function notRegexp(node: MatchExpression, why: string): never {
  const words = `Can not convert right match operand to a regular expression. Caused by '${why}'.`;
  return failAt(node.right, "MATCH_NOT_REGEXP", words);
}

/** What Ruby calls the value in its conversion errors. */
function rubyClass(value: Value): string {
  if (value === null) return "nil";
  if (typeof value === "boolean") return String(value);
  return valueLabel(value);
}

function isIn(node: InExpression, scope: Scope): Value {
  const left = evaluate(node.left, scope);
  const right = evaluate(node.right, scope);
  return includes(right, left, (found) => {
    scope.match = found;
  });
}
