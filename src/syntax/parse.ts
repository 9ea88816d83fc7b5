import { Failure } from "../diagnostics/failure.ts";
import { type Issue, placeOf } from "../diagnostics/issue.ts";
import type { Source } from "../source/source.ts";
import type * as ast from "./ast.ts";
import { type Parsed, PuppetGrammar } from "./grammar/puppet-grammar.ts";
import { syntaxError } from "./grammar/syntax-error.ts";
import { lex } from "./lexer/lex.ts";
import * as t from "./tokens.ts";

/** How to read a text: as EPP template, and with the keywords of plans. */
export interface ParseOptions {
  readonly epp?: boolean;
  readonly tasks?: boolean;
}

/** A program, or what is wrong with the text; lexer warnings may come with either. */
export interface ParseResult {
  readonly program: ast.Program | undefined;
  readonly issues: readonly Issue[];
}

let grammar: PuppetGrammar | undefined;

/** Text to program. Never throws: a text that is no Puppet gives an issue with Puppet's words and place. */
export function parse(source: Source, options: ParseOptions = {}): ParseResult {
  const lexed = lex(source, { tasks: options.tasks ?? false, epp: options.epp ?? false });
  grammar ??= new PuppetGrammar();
  const { tokens, warnings, error } = lexed;
  try {
    const parsed = grammar.run(source, tokens);
    if (parsed !== undefined) return { program: programOf(source, parsed), issues: warnings };
    return { program: undefined, issues: [...warnings, issueOf(source, grammar.offending, error)] };
  } catch (failure) {
    return { program: undefined, issues: [...warnings, rescued(source, failure)] };
  }
}

/** The lexer's failure counts once the parser got there. */
function issueOf(source: Source, offending: t.Token, error: Failure | undefined): Issue {
  if (offending.tokenType === t.LexerError && error !== undefined) return error.issue;
  return syntaxError(source, offending).issue;
}

/** Expressions nested deeper than the stack holds end in an issue, as everything else a text can do wrong. */
function rescued(source: Source, failure: unknown): Issue {
  if (failure instanceof Failure) return failure.issue;
  if (!(failure instanceof RangeError)) throw failure;
  const place = placeOf(source.span(0, 0));
  return {
    code: "SYNTAX_ERROR",
    severity: "error",
    message: "The text is nested too deeply to be parsed",
    place,
  };
}

function programOf(source: Source, { statements, definitions }: Parsed): ast.Program {
  const end = source.text.length;
  return {
    kind: "Program",
    span: source.span(0, end),
    body: bodyOf(source, statements),
    definitions,
    source,
  };
}

function bodyOf(source: Source, statements: readonly ast.Expression[]): ast.Expression {
  const end = source.text.length;
  const [first] = statements;
  if (first === undefined) return { kind: "Nop", span: source.span(end, end) };
  if (statements.length === 1) return first;
  const span = source.span(first.span.start, statements.at(-1)!.span.end);
  return { kind: "BlockExpression", span, statements };
}
