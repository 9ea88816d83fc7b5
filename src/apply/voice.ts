import type { Log, LogLevel } from "../diagnostics/log.ts";
import type { Voice } from "../machine/perform.ts";
import type { Speaker } from "../machine/step.ts";
import type { Managed } from "./managed.ts";

/** A resource's voice, speaking for one of its states unless told otherwise. */
export class ResourceVoice implements Voice {
  readonly #resource: Managed;
  readonly #log: Log;
  readonly signal: AbortSignal | undefined;
  readonly #state: string | undefined;

  constructor(resource: Managed, log: Log, signal?: AbortSignal, state?: string) {
    this.#resource = resource;
    this.#log = log;
    this.signal = signal;
    this.#state = state;
  }

  get level(): LogLevel {
    return this.#resource.level;
  }

  say(level: LogLevel, message: string, speaker?: Speaker): void {
    this.#log({ level, message, source: this.#sourceOf(speaker), place: this.#resource.place });
  }

  /** The same resource speaking for a state. */
  of(state: string): ResourceVoice {
    return new ResourceVoice(this.#resource, this.#log, this.signal, state);
  }

  #sourceOf(speaker: Speaker | undefined): string | undefined {
    if (speaker === "nobody") return undefined;
    const { path } = this.#resource;
    if (speaker === "resource") return path;
    if (speaker !== undefined) return path + speaker;
    return this.#state === undefined ? path : `${path}/${this.#state}`;
  }
}
