import { Failure } from "../../diagnostics/failure.ts";
import { placeOf } from "../../diagnostics/issue.ts";
import type { ConcatenatedString, Expression, HeredocExpression, TextExpression } from "../../syntax/ast.ts";
import { syntaxProblem } from "../../syntax/heredoc-syntaxes.ts";
import { boundedText } from "../../values/materialize.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import { evaluate, type Handlers } from "../evaluate.ts";
import type { Scope } from "../scope.ts";
import { variableValue } from "./names.ts";

/** Double-quoted strings, what is interpolated into them, and heredocs. */
export const strings: Handlers<"ConcatenatedString" | "TextExpression" | "HeredocExpression"> = {
  ConcatenatedString: concatenatedString,
  TextExpression: textExpression,
  HeredocExpression: heredoc,
};

function concatenatedString(node: ConcatenatedString, scope: Scope): Value {
  let text = "";
  for (const segment of node.segments) {
    text += segment.kind === "LiteralString" ? segment.value : toText(evaluate(segment, scope));
  }
  return boundedText(text);
}

/** `${name}` is a variable although a bare word elsewhere is a string. */
function textExpression({ expr }: TextExpression, scope: Scope): Value {
  return toText(
    expr.kind === "QualifiedName" ? variableValue(expr.value, expr, scope) : evaluate(expr, scope),
  );
}

function heredoc(node: HeredocExpression, scope: Scope): Value {
  const text = evaluate(node.text, scope);
  if (node.text.kind !== "LiteralString" && node.syntax) checkSyntax(String(text), node.syntax, node.text);
  return text;
}

/** Check the text of a heredoc with interpolation by the syntax its tag names; plain ones are checked before. */
export function checkSyntax(text: string, syntax: string, node: Expression): void {
  const problem = syntaxProblem(syntax, text, () => []);
  if (problem === undefined) return;
  const message = `Invalid produced text having syntax: '${syntax}'. ${problem.message}`;
  throw new Failure({ code: problem.code, severity: "error", message, place: placeOf(node.span) });
}
