import { setFlagsFromString } from "node:v8";
import { TimeIsOver, within } from "../../machine/time-limit.ts";
import { type WasmModule, webAssembly } from "../wasi/web-assembly.ts";
import { packedFiles, type RubyAssets } from "./assets.ts";
import { RubyEnded } from "./errors.ts";
import { restoreImage } from "./image.ts";
import { type RubyHost, RubySession, type Wire } from "./session.ts";

export interface RubyOptions {
  readonly assets: RubyAssets;
  readonly host: RubyHost;
  /** Whether Ruby code may write at a path. */
  readonly mayWrite: (path: string) => boolean;
  /** What Ruby code prints, by lines as they come. */
  readonly print: (stream: "out" | "err", text: string) => void;
  /** What the Ruby layer is told when an instance starts: the environment, the time zone, where modules are. */
  readonly start: () => readonly Wire[];
  /** When what is asked from outside must be over, in milliseconds as `performance.now()` counts. */
  readonly deadline: () => number;
}

/** Code is compiled once in a process. */
let compiled: WasmModule | undefined;

/**
 * Functions are checked and compiled when they are first called, and by the fast compiler only: what the optimizing one does
 * beside costs more processor time than Ruby code of a run wins by it. V8 works out what one flag means for others at its
 * start only, so each is named.
 */
const COMPILER_FLAGS = [
  "--liftoff",
  "--no-wasm-tier-up",
  "--no-wasm-dynamic-tiering",
  "--wasm-lazy-validation",
];

function compile(assets: RubyAssets): WasmModule {
  for (const flag of COMPILER_FLAGS) setFlagsFromString(flag);
  return new (webAssembly().Module)(assets.code());
}

/**
 * CRuby within this process. The first call starts an instance from the image; one that ends (endless loop, `exit!`, lack of
 * memory) fails what was in hand, and the next call starts another.
 */
export class Ruby {
  readonly #options: RubyOptions;
  /** Undefined before the first call, and after one whose end left it in the middle of its work. */
  #session: RubySession | undefined;
  #starts = 0;

  constructor(options: RubyOptions) {
    this.#options = options;
  }

  /** How many instances there were: numbers of objects in Ruby hold for one of them. */
  get generation(): number {
    return this.#starts;
  }

  /** Whether Ruby was needed so far. */
  get started(): boolean {
    return this.#starts > 0;
  }

  /**
   * Ask the Ruby layer. Throws a `RubyException` for what Ruby code raises, what was thrown here and went through Ruby as it
   * was, and `RubyEnded` when the instance ended.
   */
  call(name: string, ...args: Wire[]): Wire {
    const session = this.#live();
    if (session.busy) return session.call(name, args);
    try {
      return within(this.#options.deadline() - performance.now(), () => session.call(name, args));
    } catch (error) {
      if (!(error instanceof TimeIsOver)) throw error;
      this.#session = undefined;
      throw session.end(new RubyEnded("deadline", "Ruby code took longer than it may"));
    }
  }

  #live(): RubySession {
    if (this.#session === undefined || (this.#session.ended && !this.#session.busy))
      this.#session = this.#begin();
    return this.#session;
  }

  #begin(): RubySession {
    const { assets, host, print, start, mayWrite } = this.#options;
    compiled ??= compile(assets);
    const packed = packedFiles(assets);
    const out = (bytes: Buffer) => print("out", bytes.toString("utf8"));
    const err = (bytes: Buffer) => print("err", bytes.toString("utf8"));
    const session = new RubySession(compiled, { packed, mayWrite, out, err }, host);
    restoreImage(session.instance, assets.image());
    this.#starts++;
    session.call("start", start());
    return session;
  }
}
