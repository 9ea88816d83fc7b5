import { describeStep } from "../machine/describe-step.ts";
import { perform } from "../machine/perform.ts";
import type { AnyProvider } from "../resources/define.ts";
import type { Difference } from "./change.ts";
import { type InHand, plannedSteps, recordChange } from "./harness.ts";
import type { ApplyOptions } from "./options.ts";
import type { RunGraph } from "./prepare.ts";

/**
 * The vertices from a place in the order on whose steps may be joined: neighbours with one provider that can join
 * steps, none waiting for another of them. One vertex alone when there are no such neighbours.
 */
export function groupFrom(
  start: number,
  order: readonly number[],
  graph: RunGraph,
  joining: (vertex: number) => AnyProvider | undefined,
): readonly number[] {
  const first = order[start]!;
  const group = [first];
  const provider = joining(first);
  if (provider === undefined) return group;
  const members = new Set(group);
  for (let next = order[start + 1]; next !== undefined; next = order[start + group.length]) {
    if (joining(next) !== provider || graph.into[next]!.some(({ from }) => members.has(from))) break;
    group.push(next);
    members.add(next);
  }
  return group;
}

/** What came of doing several resources' work at once. */
export interface Together {
  readonly done: ReadonlySet<InHand>;
  /** What was tried and may have been done in part: what was found of these before no longer counts. */
  readonly tried: ReadonlyMap<InHand, Difference>;
}

const NOTHING: Together = { done: new Set(), tried: new Map() };

/**
 * Do at once what several resources of one provider need for their `ensure`. Gives those that are done; when it
 * fails none is, and each is to be looked at and done on its own, so that the failure finds the one it belongs to.
 */
export async function convergeTogether(hands: readonly InHand[], options: ApplyOptions): Promise<Together> {
  const planned = hands.flatMap((hand) => {
    const plan = planOf(hand);
    return plan === undefined ? [] : [{ hand, ...plan }];
  });
  if (planned.length < 2) return NOTHING;
  const { provider, voice } = planned[0]!.hand;
  const steps = provider.merge?.(planned.map((plan) => plan.steps));
  if (steps === undefined) return NOTHING;
  try {
    for (const step of steps) await perform(step, options.machine, voice);
  } catch (error) {
    voice.say(
      "debug",
      `Doing ${planned.length} resources at once failed, doing each on its own: ${String(error)}`,
    );
    return { done: new Set(), tried: new Map(planned.map(({ hand, difference }) => [hand, difference])) };
  }
  for (const { hand, difference } of planned) {
    hand.outcome.steps.push(...steps.map(describeStep));
    recordChange(hand, difference);
  }
  return { done: new Set(planned.map(({ hand }) => hand)), tried: new Map() };
}

/** What cannot be planned is left out: done on its own it fails, and says why. */
function planOf(hand: InHand): ReturnType<typeof plannedSteps> {
  try {
    return plannedSteps(hand);
  } catch {
    return undefined;
  }
}

/** Whether a resource is as wanted by now, after work tried for several has failed for another of them. */
export function isDone(hand: InHand): boolean {
  try {
    return plannedSteps(hand) === undefined;
  } catch {
    return false;
  }
}
