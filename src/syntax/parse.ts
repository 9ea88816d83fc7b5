import { Failure } from "../diagnostics/failure.ts";
import type { Issue } from "../diagnostics/issue.ts";
import type { Source } from "../source/source.ts";
import type * as ast from "./ast.ts";
import { type Parsed, PuppetGrammar } from "./grammar/puppet-grammar.ts";
import { nestedTooDeeply, syntaxError } from "./grammar/syntax-error.ts";
import { type Lexed, lex } from "./lexer/lex.ts";
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

/** What a text without a token comes to; it needs no grammar. */
const NOTHING: Parsed = { statements: [], definitions: [] };

let grammar: PuppetGrammar | undefined;

/** Text to program. Never throws: a text that is no Puppet gives an issue with Puppet's words and place. */
export function parse(source: Source, options: ParseOptions = {}): ParseResult {
  try {
    return parseTokens(source, lex(source, { tasks: options.tasks ?? false, epp: options.epp ?? false }));
  } catch (failure) {
    if (failure instanceof RangeError) return { program: undefined, issues: [nestedTooDeeply(source).issue] };
    throw failure;
  }
}

function parseTokens(source: Source, { tokens, warnings, error }: Lexed): ParseResult {
  if (tokens.length === 0) return { program: programOf(source, NOTHING), issues: warnings };
  grammar ??= new PuppetGrammar();
  try {
    const parsed = grammar.run(source, tokens);
    if (parsed !== undefined) return { program: programOf(source, parsed), issues: warnings };
    return { program: undefined, issues: [...warnings, issueOf(source, grammar.offending, error)] };
  } catch (failure) {
    if (failure instanceof Failure) return { program: undefined, issues: [...warnings, failure.issue] };
    throw failure;
  }
}

/** The lexer's failure counts once the parser got there. */
function issueOf(source: Source, offending: t.Token, error: Failure | undefined): Issue {
  if (offending.tokenType === t.LexerError && error !== undefined) return error.issue;
  return syntaxError(source, offending).issue;
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
