import type { LogLevel } from "../diagnostics/log.ts";
import type { Voice } from "../machine/perform.ts";
import type { Speaker } from "../machine/step.ts";
import type { Managed } from "./managed.ts";
import type { ApplyOptions } from "./options.ts";

/** What a voice takes from the options of its run. */
type RunOfVoice = Pick<ApplyOptions, "log" | "signal" | "cut">;

/** A resource's voice, speaking for one of its states unless told otherwise. */
export class ResourceVoice implements Voice {
  readonly #resource: Managed;
  readonly #run: RunOfVoice;
  readonly #state: string | undefined;

  constructor(resource: Managed, run: RunOfVoice, state?: string) {
    this.#resource = resource;
    this.#run = run;
    this.#state = state;
  }

  get asked(): AbortSignal | undefined {
    return this.#run.signal;
  }

  get cut(): AbortSignal | undefined {
    return this.#run.cut;
  }

  get level(): LogLevel {
    return this.#resource.level;
  }

  say(level: LogLevel, message: string, speaker?: Speaker): void {
    this.#run.log({ level, message, source: this.#sourceOf(speaker), place: this.#resource.place });
  }

  /** The same resource speaking for a state. */
  of(state: string): ResourceVoice {
    return new ResourceVoice(this.#resource, this.#run, state);
  }

  #sourceOf(speaker: Speaker | undefined): string | undefined {
    if (speaker === "nobody") return undefined;
    const { path } = this.#resource;
    if (speaker === "resource") return path;
    if (speaker !== undefined) return path + speaker;
    return this.#state === undefined ? path : `${path}/${this.#state}`;
  }
}
