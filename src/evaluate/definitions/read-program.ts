import { Failure } from "../../diagnostics/failure.ts";
import type { Issue } from "../../diagnostics/issue.ts";
import type { Log } from "../../diagnostics/log.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import { readSource } from "../../source/read.ts";
import type { Source } from "../../source/source.ts";
import type { Program } from "../../syntax/ast.ts";
import { type ParseOptions, type ParseResult, parse } from "../../syntax/parse.ts";
import type { ProgramCache } from "./program-cache.ts";

/** Looks a program over without running it. */
export type CheckProgram = (program: Program) => readonly Issue[];

/** Turns texts into programs that may be evaluated: what is wrong with them fails, what is doubtful is logged. */
export class ProgramReader {
  readonly #check: CheckProgram;
  readonly #log: Log;
  readonly #cache: ProgramCache | undefined;

  constructor(check: CheckProgram, log: Log, cache?: ProgramCache) {
    this.#check = check;
    this.#log = log;
    this.#cache = cache;
  }

  readonly file = (path: string): Program =>
    this.#usable(this.#cache?.parsed(path) ?? parse(readSource(path)));

  source(source: Source, options: ParseOptions = {}): Program {
    return this.#usable(parse(source, options));
  }

  #usable({ program, issues }: ParseResult): Program {
    const all = program ? [...issues, ...this.#check(program)] : issues;
    for (const issue of all) if (issue.severity !== "error") this.#warn(issue);
    const errors = all.filter(({ severity }) => severity === "error");
    if (!program || errors.length > 0) throw this.#failure(errors);
    return program;
  }

  /** A single error is the failure; several are logged one by one before giving up, as Puppet does. */
  #failure(errors: readonly Issue[]): Failure {
    const [first, ...others] = errors;
    if (!first || others.length === 0) return new Failure(first ?? UNREADABLE);
    for (const { message, place, code } of errors) this.#log({ level: "err", message, place, code });
    const message = `Language validation logged ${errors.length} errors. Giving up`;
    const related = errors.map((issue) => ({ message: puppetText(issue), place: issue.place ?? {} }));
    return new Failure({
      code: "VALIDATION_ERRORS",
      severity: "error",
      message,
      related,
      place: { file: first.place?.file },
    });
  }

  #warn({ message, place, code }: Issue): void {
    this.#log({ level: "warning", message, place, code });
  }
}

const UNREADABLE: Issue = { code: "SYNTAX_ERROR", severity: "error", message: "The text cannot be read" };
