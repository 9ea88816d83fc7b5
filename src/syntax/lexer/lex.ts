import { Failure } from "../../diagnostics/failure.ts";
import type { Issue } from "../../diagnostics/issue.ts";
import type { Source } from "../../source/source.ts";
import type { Token } from "../tokens.ts";
import * as t from "../tokens.ts";
import { eppText } from "./epp.ts";
import { lexToken } from "./lex-token.ts";
import { Lexing } from "./lexing.ts";
import { BLANK } from "./words.ts";

/** The tokens of a text; when lexing failed, the last one is a LexerError and `error` says why. */
export interface Lexed {
  readonly tokens: Token[];
  readonly warnings: readonly Issue[];
  readonly error: Failure | undefined;
}

/** Turn a text into tokens; `epp` starts in template text. */
export function lex(source: Source, options: { readonly tasks: boolean; readonly epp: boolean }): Lexed {
  const lx = new Lexing(source, { tasks: options.tasks, step: lexToken });
  let error: Failure | undefined;
  let seen = 0;
  try {
    refuseByteOrderMark(lx);
    if (options.epp) startEpp(lx);
    else lx.scan(BLANK);
    while (lx.pos < lx.text.length) {
      seen = lx.tokens.length;
      lexToken(lx);
    }
    seen = lx.tokens.length;
    if (lx.eppOpen !== undefined) {
      lx.fail("EPP_UNBALANCED_TAG", "Unbalanced epp tag, reached <eof> without closing tag.");
    }
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    error = failure;
    // What a failing string already produced is dropped, as nobody has seen it yet.
    lx.tokens.length = seen;
    lx.push(t.LexerError, "", lx.pos, lx.pos);
  }
  return { tokens: lx.tokens, warnings: lx.warnings, error };
}

function startEpp(lx: Lexing): void {
  lx.eppMode = "text";
  lx.push(t.EppStart, "", 0, 0);
  eppText(lx);
}

function refuseByteOrderMark(lx: Lexing): void {
  if (!lx.text.startsWith("\uFEFF")) return;
  const problem = "Illegal UTF-8 Byte Order mark at beginning of input: [EF BB BF]";
  lx.fail("ILLEGAL_BOM", `${problem} - remove these from the puppet source`);
}
