import { ProcessExit } from "../wasi/system-calls.ts";
import type { WasiOptions } from "../wasi/wasi.ts";
import type { WasmModule } from "../wasi/web-assembly.ts";
import { RubyEnded, RubyException, type RubyExceptionReport, RubyLayerError } from "./errors.ts";
import { RubyInstance } from "./instance.ts";

/** What may be written into the text of the channel. */
export type Wire = null | boolean | number | string | readonly Wire[] | { readonly [key: string]: Wire };

/** Answers a call that Ruby makes; what it throws becomes an exception in Ruby, as `describe` has it. */
export interface RubyHost {
  answer(name: string, args: readonly Wire[]): Wire;
  /** The Ruby class, by name, and the message of something that was thrown here. */
  describe(thrown: unknown): { readonly class: string; readonly message: string };
}

/** A request on its way into Ruby, and what Ruby answered. */
interface Request {
  readonly text: string;
  reply?: string;
}

type Reply = { readonly v: Wire } | { readonly e: RubyExceptionReport };

/** Each level takes a part of the stack, which frames of Ruby cannot be unwound from. */
const DEEPEST = 40;
const REPLY_MARK = "=";

/**
 * One instance of Ruby from its start to its end, with the channel: texts of JSON, one at a time, both ways, each answered
 * before the next. Calls nest: Ruby that is asked may ask, and be asked again.
 */
export class RubySession {
  readonly #instance: RubyInstance;
  readonly #host: RubyHost;
  readonly #requests: Request[] = [];
  /** What was thrown here and is an exception in Ruby now. */
  readonly #thrown: unknown[] = [];
  #ended: RubyEnded | undefined;

  constructor(module: WasmModule, options: WasiOptions, host: RubyHost) {
    this.#host = host;
    this.#instance = new RubyInstance(module, { ...options, answer: (text) => this.#answer(text) });
  }

  get instance(): RubyInstance {
    return this.#instance;
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** Whether a call is under way. */
  get busy(): boolean {
    return this.#requests.length > 0;
  }

  /** Ask Ruby: a handler of the Ruby layer by its name. */
  call(name: string, args: readonly Wire[]): Wire {
    if (this.#ended !== undefined) throw this.#ended;
    if (this.#requests.length >= DEEPEST) {
      throw new RubyException(tooDeep());
    }
    const request: Request = { text: JSON.stringify([name, args]) };
    this.#requests.push(request);
    try {
      this.#enter();
    } finally {
      this.#requests.pop();
    }
    return this.#valueOf(request);
  }

  /** Make the end known from outside: nothing of the instance runs any more. */
  end(why: RubyEnded): RubyEnded {
    this.#ended ??= why;
    this.#instance.close();
    return this.#ended;
  }

  #enter(): void {
    const enter = () => this.#instance.enter();
    try {
      if (this.#requests.length > 1) this.#instance.withoutGc(enter);
      else enter();
    } catch (thrown) {
      throw this.#ended ?? this.end(endOf(thrown));
    }
  }

  #valueOf({ reply }: Request): Wire {
    if (reply === undefined) throw new RubyLayerError("Ruby gave no answer");
    const parsed = JSON.parse(reply) as Reply;
    if ("v" in parsed) return parsed.v;
    const { thrown } = parsed.e;
    throw thrown === undefined || thrown === null ? new RubyException(parsed.e) : this.#thrown[thrown];
  }

  /** What `JS.eval` in Ruby gives: for no text the request at hand, after a mark its answer, otherwise a call from Ruby. */
  #answer(text: string): string {
    const request = this.#requests.at(-1);
    if (text === "") return request?.text ?? "";
    if (text.startsWith(REPLY_MARK)) {
      if (request !== undefined) request.reply = text.slice(1);
      return "";
    }
    const [name, args] = JSON.parse(text) as [string, Wire[]];
    try {
      return JSON.stringify({ v: this.#host.answer(name, args) });
    } catch (thrown) {
      if (this.#ended !== undefined) throw this.#ended;
      return JSON.stringify({ e: this.#describe(thrown) });
    }
  }

  #describe(thrown: unknown): { readonly [key: string]: Wire } {
    const known = thrown instanceof Error && !(thrown instanceof RubyException) ? thrown.cause : thrown;
    if (known instanceof RubyException && (known === thrown || this.#isUnchanged(thrown))) {
      return { id: known.report.id };
    }
    return { ...this.#host.describe(thrown), thrown: this.#thrown.push(thrown) - 1 };
  }

  /** A Ruby exception that only travelled through is the same one when it comes back to Ruby. */
  #isUnchanged(thrown: unknown): boolean {
    return (
      thrown instanceof Error && "issue" in thrown && (thrown.issue as { place?: object }).place === undefined
    );
  }
}

function tooDeep(): RubyExceptionReport {
  const message = `stack level too deep: Ruby and Puppet code call each other more than ${DEEPEST} times`;
  return {
    class: "SystemStackError",
    ancestors: ["SystemStackError", "Exception"],
    message,
    backtrace: [],
    id: -1,
  };
}

function endOf(thrown: unknown): RubyEnded {
  if (thrown instanceof RubyEnded) return thrown;
  if (thrown instanceof ProcessExit) {
    return new RubyEnded("exit", `Ruby code ended its process (exit!, status ${thrown.status})`, {
      cause: thrown,
    });
  }
  if (isStackOverflow(thrown)) return new RubyEnded("stack", "stack level too deep", { cause: thrown });
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return new RubyEnded("crash", `Ruby stopped working: ${words}`, { cause: thrown });
}

/** Ruby notices recursion in Ruby code; what recurs in C code runs over V8's stack, or over its own in the memory. */
function isStackOverflow(thrown: unknown): boolean {
  if (thrown instanceof RangeError) return true;
  return thrown instanceof Error && thrown.message === "memory access out of bounds";
}
