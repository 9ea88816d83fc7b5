import type { ApplyEvent } from "./outcome.ts";

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
