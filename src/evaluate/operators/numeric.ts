import { placeOf } from "../../diagnostics/issue.ts";
import type { Expression } from "../../syntax/ast.ts";
import { toNumber } from "../../values/numbers.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { SemVer } from "../../values/sem-ver.ts";
import { Timespan } from "../../values/timespan.ts";
import { Timestamp } from "../../values/timestamp.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import { failAt } from "../explain.ts";
import type { Scope } from "../scope.ts";

/** What Puppet takes for a number; it has no arithmetic on versions, but says so in the words for numbers. */
export type Numeric = bigint | number | Timespan | Timestamp | SemVer;

/** A value as an operand of arithmetic: a string that reads as a number becomes one, with a warning. */
export function toNumeric(value: Value, node: Expression, scope: Scope): Numeric {
  if (typeof value === "bigint" || typeof value === "number") return value;
  if (value instanceof Timespan || value instanceof Timestamp || value instanceof SemVer) return value;
  const number = typeof value === "string" ? toNumber(value) : undefined;
  if (number === undefined) {
    return failAt(node, "NOT_NUMERIC", `The value '${rubyText(value)}' cannot be converted to Numeric.`);
  }
  coerced(String(value), number, node, scope);
  return number;
}

function coerced(text: string, number: bigint | number, node: Expression, scope: Scope): void {
  const { strict } = scope.compilation.settings;
  if (strict === "off") return;
  const message = `The string '${text}' was automatically coerced to the numerical value ${toText(number)}`;
  if (strict === "error") failAt(node, "NUMERIC_COERCION", message);
  scope.compilation.log({ level: "warning", message, place: placeOf(node.span), code: "NUMERIC_COERCION" });
}
