import { EOF } from "chevrotain";
import type { Source } from "../../source/source.ts";
import type * as ast from "../ast.ts";
import type { Token } from "../tokens.ts";
import { Templates } from "./templates.ts";

/** What a text came to: its top statements and all definitions in it, inner ones first. */
export interface Parsed {
  readonly statements: readonly ast.Expression[];
  readonly definitions: readonly ast.Definition[];
}

/** The parser: all chapters of the grammar. `validate` checks the grammar itself, which only tests need. */
export class PuppetGrammar extends Templates {
  override readonly program = this.RULE("program", (): ast.Expression[] => {
    const template = this.OPTION(() => this.SUBRULE(this.template));
    const statements = template === undefined ? undefined : [template];
    const rest = this.OPTION2(() => this.SUBRULE(this.statements));
    this.CONSUME(EOF);
    return statements ?? rest ?? [];
  });

  constructor(validate = false) {
    super(validate);
    this.performSelfAnalysis();
  }

  /** Parse tokens; undefined when they are no program, and then `errors` holds the offending token. */
  run(source: Source, tokens: Token[]): Parsed | undefined {
    this.source = source;
    this.definitions = [];
    this.namespace = [];
    this.sealed = undefined;
    this.keywordAllowed = undefined;
    this.input = tokens;
    const statements = this.program();
    if (this.errors.length > 0) return undefined;
    this.input = [];
    return { statements, definitions: this.definitions };
  }

  /** The token that fits nowhere. */
  get offending(): Token {
    return this.errors[0]!.token as Token;
  }
}
