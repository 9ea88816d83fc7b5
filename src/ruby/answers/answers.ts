import type { Place } from "../../diagnostics/issue.ts";
import type { Log } from "../../diagnostics/log.ts";
import type { Compilation } from "../../evaluate/compilation.ts";
import type { Scope } from "../../evaluate/scope.ts";
import type { Crossing } from "../codec/encode.ts";
import type { NumberedObjects } from "../codec/program-objects.ts";
import type { Wire } from "../engine/session.ts";

/** What Ruby may ask about the machine, by the name of the question; arguments and answers as the channel has them. */
export type PlainAnswers = Readonly<Record<string, (...args: never[]) => Wire | undefined>>;

/** What Ruby may ask about the language, by the name of the question; values, scopes and lambdas come decoded. */
export type Answers = Readonly<Record<string, (...args: never[]) => Crossing>>;

/** What answers about the language are given from. */
export interface AnswerContext {
  /** The compilation at hand; fails when there is none. */
  compilation(): Compilation;
  /** Where what Ruby code says goes, also outside of compilations. */
  log: Log;
  /** Where the manifest calls the Ruby code that is running. */
  place(): Place;
  readonly scopes: NumberedObjects<Scope>;
}
