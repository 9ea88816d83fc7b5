import { EOF } from "chevrotain";
import { Failure } from "../../diagnostics/failure.ts";
import { placeOf } from "../../diagnostics/issue.ts";
import type { Source } from "../../source/source.ts";
import type { Token } from "../tokens.ts";

/** "Syntax error at 'x'"; Puppet gives no line for the end of input, so only the span says where that is. */
export function syntaxError(source: Source, token: Token): Failure {
  const severity = "error";
  const code = "SYNTAX_ERROR";
  if (token.tokenType === EOF) {
    const end = source.text.length;
    const place = { file: source.file, span: source.span(end, end) };
    return new Failure({ code, severity, message: "Syntax error at end of input", place });
  }
  const place = placeOf(source.span(token.startOffset, token.end));
  return new Failure({ code, severity, message: `Syntax error at '${token.image}'`, place });
}

/** A text nested deeper than the stack holds ends in an issue too, though not in one of Puppet's. */
export function nestedTooDeeply(source: Source): Failure {
  const place = placeOf(source.span(0, 0));
  const message = "The text is nested too deeply to be read";
  return new Failure({ code: "SYNTAX_ERROR", severity: "error", message, place });
}
