import { existsSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import type { Place } from "../diagnostics/issue.ts";
import type { LogEntry } from "../diagnostics/log.ts";
import type { Compilation } from "../evaluate/compilation.ts";
import type { Scope } from "../evaluate/scope.ts";
import { settingValue } from "../evaluate/settings-variables.ts";
import { givenEnvironment } from "../machine/runtime-variables.ts";
import { timeLeft } from "../machine/time-limit.ts";
import type { Environment } from "../modules/environment.ts";
import type { Closure } from "../values/closure.ts";
import type { RichValue } from "../values/rich-value.ts";
import type { Value } from "../values/value.ts";
import { accountAnswers } from "./answers/accounts.ts";
import type { AnswerContext, Answers, PlainAnswers } from "./answers/answers.ts";
import { callAnswers } from "./answers/calls.ts";
import { catalogAnswers } from "./answers/catalog.ts";
import { factAnswers } from "./answers/facts.ts";
import { fileAnswers } from "./answers/files.ts";
import { processAnswers } from "./answers/processes.ts";
import { puppetAnswers } from "./answers/puppet.ts";
import { scopeAnswers } from "./answers/scopes.ts";
import { timeAnswers } from "./answers/times.ts";
import { typeAnswers } from "./answers/types.ts";
import { RubyBlock } from "./block.ts";
import { type Decoding, decode, decodeArgument } from "./codec/decode.ts";
import { type Crossing, encode } from "./codec/encode.ts";
import { NumberedObjects, type ProgramObjects } from "./codec/program-objects.ts";
import { RubyLayerError } from "./engine/errors.ts";
import { Ruby } from "./engine/ruby.ts";
import type { RubyHost, Wire } from "./engine/session.ts";
import { type KnownFacts, NO_FACTS } from "./facts.ts";
import { rubyFailure } from "./failure.ts";
import { installedAssets } from "./installed-assets.ts";
import { isScratch } from "./scratch.ts";
import { describeThrown } from "./thrown.ts";

/** How long Ruby code may run when nothing else says so, in milliseconds. */
const AHEAD = 30;
const PATIENCE = 300_000;

export interface RuntimeOptions {
  readonly environment: Environment;
  /** Whether a function of this name is one of the program's own. */
  readonly isNative: (name: string) => boolean;
}

/** Ruby with the language behind it: values cross as values, and what Ruby raises is a failure with its place. */
export class RubyRuntime implements RubyHost, AnswerContext {
  /** Whether Ruby code may change the machine: that of a resource that is applied may, that of a manifest may not. */
  appliesResources = false;
  readonly scopes = new NumberedObjects<Scope>();
  readonly #environment: Environment;
  readonly #ruby: Ruby;
  readonly #objects: ProgramObjects;
  readonly #decoding: Decoding;
  readonly #plain: PlainAnswers;
  readonly #answers: Answers;
  /** The facts that Ruby code may ask for by name. */
  facts: KnownFacts = NO_FACTS;
  #compilation: Compilation | undefined;
  #place: Place = {};

  constructor({ environment, isNative }: RuntimeOptions) {
    this.#environment = environment;
    const generation = () => this.#ruby.generation;
    const values = new NumberedObjects<RichValue>();
    this.#objects = { scopes: this.scopes, closures: new NumberedObjects<Closure>(), values, generation };
    this.#decoding = {
      objects: this.#objects,
      parseType: (text) => this.compilation().types.parse(text),
      block: (number, arity) => new RubyBlock(arity, (args) => this.call("block.call", BigInt(number), args)),
    };
    this.#plain = {
      ...processAnswers(() => this.#deadline() - performance.now()),
      ...fileAnswers((path) => this.#mayWrite(path)),
      ...accountAnswers,
      ...timeAnswers,
    };
    this.#answers = {
      ...scopeAnswers,
      ...callAnswers(this, isNative),
      ...typeAnswers(this),
      ...catalogAnswers(this),
      ...factAnswers(() => this.facts),
      ...puppetAnswers(this),
    };
    this.#ruby = new Ruby({
      assets: installedAssets,
      host: this,
      mayWrite: (path) => this.#mayWrite(path),
      print: (stream, text) => this.#print(stream, text),
      start: () => [this.#surroundings()],
      deadline: () => this.#deadline(),
    });
  }

  /** Whether Ruby was needed so far. */
  get started(): boolean {
    return this.#ruby.started;
  }

  compilation(): Compilation {
    return this.#compilation ?? fail("RUBY_ERROR", "Ruby code asks about a compilation, and there is none");
  }

  log(entry: LogEntry): void {
    if (this.#compilation !== undefined) this.#compilation.log(entry);
    else if (entry.level !== "debug" && entry.level !== "info") this.facts.warn(entry.message);
  }

  place(): Place {
    return this.#place;
  }

  /** Another compilation begins: nothing that Ruby has of the last one is needed any more. */
  begin(compilation: Compilation): void {
    this.#compilation = compilation;
    const { facts } = compilation.node;
    this.facts = { ...this.facts, all: () => facts };
    this.scopes.clear();
    this.#objects.closures.clear();
    this.#objects.values.clear();
    if (this.started) this.call("compilation.forget");
  }

  /** Ask Ruby on behalf of code of the language; `place` is where that code is. */
  callFrom(place: Place, name: string, ...args: Crossing[]): Value {
    const outer = this.#place;
    this.#place = place;
    try {
      return this.call(name, ...args);
    } finally {
      this.#place = outer;
    }
  }

  call(name: string, ...args: Crossing[]): Value {
    try {
      const wires = args.map((arg) => encode(arg, this.#objects));
      return decode(this.#ruby.call(name, ...wires), this.#decoding);
    } catch (thrown) {
      throw rubyFailure(thrown);
    }
  }

  answer(name: string, args: readonly Wire[]): Wire {
    const plain = this.#plain[name] as ((...args: readonly Wire[]) => Wire | undefined) | undefined;
    if (plain !== undefined) return plain(...args) ?? null;
    const answer = this.#answers[name] as ((...args: readonly Crossing[]) => Crossing) | undefined;
    if (answer === undefined)
      throw new RubyLayerError(`The Ruby layer asks for '${name}', which nothing answers`);
    return encode(answer(...args.map((arg) => decodeArgument(arg, this.#decoding))), this.#objects);
  }

  describe(thrown: unknown): { readonly class: string; readonly message: string } {
    return describeThrown(thrown);
  }

  /** A little before the whole compilation's, whose words say nothing of Ruby. */
  #deadline(): number {
    return performance.now() + timeLeft(PATIENCE) - AHEAD;
  }

  /** Compiling must not change the machine, whatever it is compiled for. */
  #mayWrite(path: string): boolean {
    if (this.appliesResources) return true;
    const vardir = this.#compilation && settingValue("vardir", this.#compilation.settings);
    return isScratch(path, typeof vardir === "string" ? [vardir] : []);
  }

  #print(stream: "out" | "err", text: string): void {
    const level = stream === "out" ? "notice" : "warning";
    const message = text.replace(/\n$/, "");
    if (message !== "") this.log({ level, message, source: "Ruby" });
  }

  #surroundings(): Wire {
    const env = Object.fromEntries(
      Object.entries(givenEnvironment()).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    );
    const roots = [this.#environment.path, ...this.#environment.modules().map(({ path }) => path)];
    const libraries = roots
      .flatMap((root) => (root === undefined ? [] : [join(root, "lib")]))
      .filter(existsSync);
    return { env, cwd: process.cwd(), libraries };
  }
}
