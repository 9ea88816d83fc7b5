import type { LogLevel } from "../diagnostics/log.ts";
import type { Edge } from "../graph/relationship-graph.ts";
import { describeStep } from "../machine/describe-step.ts";
import { perform } from "../machine/perform.ts";
import { systemMessage } from "../machine/system-error.ts";
import type { InHand } from "./harness.ts";
import type { ApplyOptions } from "./options.ts";
import type { ApplyEvent, ResourceOutcome } from "./outcome.ts";
import type { RunGraph, RunVertex } from "./prepare.ts";

/** Who speaks when events travel: a resource by its path, an anchor by its container's name. */
export interface Sender {
  readonly vertex: number;
  readonly source: string;
}

/** Carries events along notifying edges, and refreshes what they reach: once, after all that comes before it. */
export class Refreshes {
  readonly #graph: RunGraph;
  readonly #options: ApplyOptions;
  readonly #queues = new EventQueues();
  readonly #refreshable: (vertex: RunVertex) => boolean;

  constructor(graph: RunGraph, options: ApplyOptions, refreshable: (vertex: RunVertex) => boolean) {
    this.#graph = graph;
    this.#options = options;
    this.#refreshable = refreshable;
  }

  /** Let the events of a vertex wait at all that is to hear of them. */
  send(sender: Sender, events: readonly ApplyEvent[]): void {
    for (const group of byName(events)) {
      for (const edge of this.#graph.out[sender.vertex]!) this.#sendAlong(edge, sender, group);
      this.#sendToSelf(sender, group.slice(0, 1));
    }
    if (events.some((event) => event.invalidatesRefresh)) {
      this.#say(
        "info",
        `Unscheduling refresh on ${this.#graph.vertices[sender.vertex]!.name}`,
        sender.source,
      );
      this.#queues.drop(sender.vertex);
    }
  }

  /** Forget what waits at a vertex that is skipped. */
  drop(sender: Sender): void {
    if (!this.#queues.drop(sender.vertex)) return;
    this.#say(
      "info",
      `Unscheduling all events on ${this.#graph.vertices[sender.vertex]!.name}`,
      sender.source,
    );
  }

  /** An anchor hands on whatever reached it as one event. */
  passAnchor(sender: Sender): void {
    const events = this.#queues.waiting(sender.vertex);
    if (events.length === 0) return;
    this.sendAsOne(sender, events);
  }

  /** Several resources' events as one, spoken of in the name of what made the resources. */
  sendAsOne(sender: Sender, events: readonly ApplyEvent[]): void {
    const noop = this.#options.noop || events.every((event) => event.status === "noop");
    if (noop) this.#say("notice", wouldHave(events.length), sender.source);
    this.send(sender, [noop ? passedOn("noop_restart", "noop") : passedOn("restarted", "success")]);
  }

  /** Refresh a resource if anything waits for it; `anew` looks at it again. */
  async refresh(
    sender: Sender,
    outcome: ResourceOutcome,
    noop: boolean,
    anew: () => Promise<InHand>,
  ): Promise<void> {
    const events = this.#queues.waiting(sender.vertex);
    if (events.length === 0) return;
    if (noop || events.every((event) => event.status === "noop")) {
      this.#say("notice", wouldHave(events.length), sender.source);
      this.send(sender, [passedOn("noop_restart", "noop")]);
      return;
    }
    if (!(await this.#perform(sender, outcome, anew))) return;
    const message = `Triggered 'refresh' from ${counted(events.length)}`;
    this.#say("notice", message, sender.source);
    outcome.events.push({ ...passedOn("refresh", "success"), message });
    outcome.restarted = true;
    this.send(sender, [passedOn("restarted", "success")]);
  }

  async #perform(sender: Sender, outcome: ResourceOutcome, anew: () => Promise<InHand>): Promise<boolean> {
    try {
      const hand = await anew();
      const steps = hand.provider.refresh!(hand.wanted, hand.found, hand.around);
      outcome.steps.push(...steps.map(describeStep));
      for (const step of steps) await perform(step, this.#options.machine, hand.voice);
      return true;
    } catch (error) {
      const message = `Failed to call refresh: ${systemMessage(error)}`;
      this.#say("err", message, sender.source);
      outcome.failedToRestart = true;
      outcome.failed = true;
      outcome.events.push({ ...passedOn("resource_error", "failure"), message });
      this.#say("err", systemMessage(error), sender.source);
      return false;
    }
  }

  /** Some resources are refreshed by their own changes, such as a file system by its new options. */
  #sendToSelf(sender: Sender, events: readonly ApplyEvent[]): void {
    const { resource, name } = this.#graph.vertices[sender.vertex]!;
    if (resource?.type.selfRefresh?.(resource.wanted) !== true) return;
    this.#say("info", `Scheduling refresh of ${name}`, sender.source);
    this.#queues.add(sender.vertex, events);
  }

  #sendAlong(edge: Edge, sender: Sender, events: readonly ApplyEvent[]): void {
    const target = this.#graph.vertices[edge.to]!;
    if (!edge.notify || !this.#refreshable(target)) return;
    if (target.anchor === "end")
      this.#say("debug", `The container ${target.name} will propagate my refresh event`, sender.source);
    else this.#say("info", `Scheduling refresh of ${target.name}`, sender.source);
    this.#queues.add(edge.to, events);
  }

  #say(level: LogLevel, message: string, source: string): void {
    this.#options.log({ level, message, source });
  }
}

function passedOn(name: string, status: ApplyEvent["status"]): ApplyEvent {
  return { name, status, message: "", redacted: false, invalidatesRefresh: false, time: new Date() };
}

function wouldHave(count: number): string {
  return `Would have triggered 'refresh' from ${counted(count)}`;
}

function counted(count: number): string {
  return `${count} ${count === 1 ? "event" : "events"}`;
}

/** Refreshes on their way: what happened upstream waits here until the target's turn. */
export class EventQueues {
  readonly #queues = new Map<number, ApplyEvent[]>();

  add(target: number, events: readonly ApplyEvent[]): void {
    const queue = this.#queues.get(target);
    if (queue) queue.push(...events);
    else this.#queues.set(target, [...events]);
  }

  waiting(target: number): readonly ApplyEvent[] {
    return this.#queues.get(target) ?? [];
  }

  /** Forget what waits for a target; says whether anything did. */
  drop(target: number): boolean {
    const queue = this.#queues.get(target);
    this.#queues.delete(target);
    return queue !== undefined && queue.length > 0;
  }
}

/** Events of one resource by name: each name travels along the edges on its own. */
export function byName(events: readonly ApplyEvent[]): readonly (readonly ApplyEvent[])[] {
  if (events.length < 2) return events.length === 0 ? [] : [events];
  const groups = new Map<string, ApplyEvent[]>();
  for (const event of events) {
    const group = groups.get(event.name);
    if (group) group.push(event);
    else groups.set(event.name, [event]);
  }
  return [...groups.values()];
}
