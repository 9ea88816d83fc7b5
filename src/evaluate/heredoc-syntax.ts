import { Failure } from "../diagnostics/failure.ts";
import { placeOf } from "../diagnostics/issue.ts";
import type { Expression } from "../syntax/ast.ts";
import { syntaxProblem } from "../syntax/heredoc-syntaxes.ts";

/** Check the text of a heredoc with interpolation by the syntax its tag names; plain ones are checked before. */
export function checkSyntax(text: string, syntax: string, node: Expression): void {
  const problem = syntaxProblem(syntax, text, () => []);
  if (problem === undefined) return;
  const message = `Invalid produced text having syntax: '${syntax}'. ${problem.message}`;
  throw new Failure({ code: problem.code, severity: "error", message, place: placeOf(node.span) });
}
