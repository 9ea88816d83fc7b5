import type { Expression } from "../../syntax/ast.ts";
import { DEFAULT, type Default } from "../../values/default.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import type { Scope } from "../scope.ts";
import { generalizedTypeText } from "./type-text.ts";

/** The titles that a title expression gives: strings, and `default` for the body of defaults. */
export function bodyTitles(expression: Expression, scope: Scope): (string | Default)[] {
  const value = evaluate(expression, scope);
  if (value === null) {
    failAt(expression, "MISSING_TITLE", "Missing title. The title expression resulted in undef");
  }
  const titles = flatten(value);
  for (const [index, title] of titles.entries()) checkTitle(expression, title, index);
  return titles as (string | Default)[];
}

function checkTitle(expression: Expression, title: Value, index: number): void {
  if (title === null) {
    const words = `Missing title at index ${index}. The title expression resulted in an undef title`;
    failAt(expression, "MISSING_TITLE_AT", words);
  }
  if (title === "") {
    const words = `Empty string title at ${index}. Title strings must have a length greater than zero.`;
    failAt(expression, "EMPTY_STRING_TITLE_AT", words);
  }
  if (typeof title === "string" || title === DEFAULT) return;
  const words = `Illegal title type at index ${index}. Expected String, got ${generalizedTypeText(title)}`;
  failAt(expression, "ILLEGAL_TITLE_TYPE_AT", words);
}

/** Unlike elsewhere, undef inside arrays is kept: it is an error here. */
function flatten(value: Value): Value[] {
  return Array.isArray(value) ? (value as readonly Value[]).flatMap(flatten) : [value];
}
