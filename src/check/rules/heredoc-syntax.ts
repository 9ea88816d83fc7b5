import { Failure } from "../../diagnostics/failure.ts";
import { placeOf } from "../../diagnostics/issue.ts";
import { syntaxProblem } from "../../syntax/heredoc-syntaxes.ts";
import type { Rule } from "../context.ts";

/** A heredoc without interpolation is valid in the syntax it names; nothing else is looked at when it is not. */
export const heredocSyntax: Rule = {
  HeredocExpression: ({ syntax, text }, context) => {
    if (syntax === undefined || text.kind !== "LiteralString") return;
    const problem = syntaxProblem(syntax, text.value, context.check);
    if (problem === undefined) return;
    const message = `Invalid produced text having syntax: '${syntax}'. ${problem.message}`;
    throw new Failure({ code: problem.code, severity: "error", message, place: placeOf(text.span) });
  },
};
