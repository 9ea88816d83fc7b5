import type { Place } from "../diagnostics/issue.ts";
import { locationText } from "../diagnostics/puppet-text.ts";
import { describeStep } from "../machine/describe-step.ts";
import { perform } from "../machine/perform.ts";
import type { Step } from "../machine/step.ts";
import { AccountMissing, isSystemError, systemMessage } from "../machine/system-error.ts";
import type { AnyProvider, AnyWanted } from "../resources/define.ts";
import type { Surroundings } from "../resources/surroundings.ts";
import {
  changedMessage,
  type Difference,
  differenceOf,
  eventName,
  type Found,
  failedMessage,
  invalidates,
  isPresent,
  noopMessage,
} from "./change.ts";
import type { Managed } from "./managed.ts";
import type { ApplyOptions } from "./options.ts";
import type { ApplyEvent, EventStatus, ResourceOutcome } from "./outcome.ts";
import { ResourceVoice } from "./voice.ts";

/** One resource in hand: what it is, who does it, what is wanted and what was found. */
export interface InHand {
  readonly resource: Managed;
  readonly provider: AnyProvider;
  readonly around: Surroundings;
  readonly voice: ResourceVoice;
  readonly wanted: AnyWanted;
  readonly found: Found;
  readonly outcome: ResourceOutcome;
}

/** Look at a resource: what only the machine can tell of what is wanted, then how things are. */
export async function inspect(
  resource: Managed,
  provider: AnyProvider,
  around: Surroundings,
  outcome: ResourceOutcome,
  options: ApplyOptions,
): Promise<InHand> {
  const voice = new ResourceVoice(resource, options);
  const expected = provider.expect?.(resource.wanted, options.machine, around) ?? resource.wanted;
  const wanted = expected instanceof Promise ? await expected : expected;
  const read = provider.read(wanted, options.machine, around);
  return {
    resource,
    provider,
    around,
    voice,
    wanted,
    outcome,
    found: read instanceof Promise ? await read : read,
  };
}

/** Make a resource as wanted: `ensure` first, and when that was right (and it is there) every other state. */
export async function converge(hand: InHand, options: ApplyOptions): Promise<void> {
  const { resource, wanted, found } = hand;
  const ensure = differenceOrFailure(hand, "ensure");
  if (ensure !== undefined) {
    await settle(hand, ensure, options);
    return flush(hand, options);
  }
  if (!isPresent(found)) {
    if (wanted.ensure === undefined)
      hand.voice.say("debug", "Nothing to manage: no ensure and the resource doesn't exist");
    return;
  }
  for (const name of Object.keys(resource.type.state)) {
    if (name === "ensure" || wanted[name] === undefined) continue;
    const difference = differenceOrFailure(hand, name);
    if (difference !== undefined) await settle(hand, difference, options);
  }
  await flush(hand, options);
}

/** The first differences of a resource, for joining its steps with others'; undefined when there are none. */
export function plannedSteps(hand: InHand): { difference: Difference; steps: readonly Step[] } | undefined {
  const difference = differenceOf(hand.resource, hand.wanted, hand.found, "ensure");
  return difference === undefined ? undefined : { difference, steps: stepsOf(hand, difference) };
}

/** Comparing may fail too (an unknown user): that is told as a failed change. */
function differenceOrFailure(hand: InHand, name: string): Difference | undefined {
  const { resource, wanted, found } = hand;
  try {
    return differenceOf(resource, wanted, found, name);
  } catch (error) {
    recordFailure(hand, { name, is: found[name], to: wanted[name] }, systemMessage(error));
    return undefined;
  }
}

async function settle(hand: InHand, difference: Difference, options: ApplyOptions): Promise<void> {
  const { resource, outcome, voice } = hand;
  try {
    await preview(hand, difference, options);
    if (resource.noop) {
      foretell(hand, difference);
      return;
    }
    const steps = stepsOf(hand, difference);
    outcome.steps.push(...steps.map(describeStep));
    for (const step of steps) await perform(step, options.machine, voice.of(difference.name));
    recordChange(hand, difference);
  } catch (error) {
    recordFailure(hand, difference, wordsOf(error, difference, resource.place));
  }
}

/** Tell of a change that would be made. */
function foretell(hand: InHand, difference: Difference): void {
  const { outcome, resource, voice } = hand;
  const steps = stepsIfPossible(hand, difference);
  outcome.steps.push(...steps.map(describeStep));
  for (const step of steps) voice.of(difference.name).say("debug", `Would do: ${describeStep(step)}`);
  record(hand, difference, "noop", noopMessage(resource, difference));
}

/** What stands against a change now (a shell that is not there) may be gone when its turn really comes. */
function stepsIfPossible(hand: InHand, difference: Difference): readonly Step[] {
  try {
    return stepsOf(hand, difference);
  } catch (error) {
    hand.voice.say("debug", `As things are, this would fail: ${systemMessage(error)}`);
    return [];
  }
}

/** Tell of a change that was made. */
export function recordChange(hand: InHand, difference: Difference): void {
  record(hand, difference, "success", changedMessage(hand.resource, hand.wanted, hand.found, difference));
}

function stepsOf(
  { provider, wanted, found, around, resource }: InHand,
  { name, to }: Difference,
): readonly Step[] {
  const change = provider.change[name];
  if (change !== undefined) return change(to as NonNullable<unknown>, wanted, found, around);
  if (provider.flush !== undefined) return [];
  throw new Error(`The ${provider.name} provider can not handle attribute ${name} of ${resource.type.name}`);
}

/** Show beforehand what changes within, when asked to. */
async function preview(
  hand: InHand,
  difference: Difference,
  { machine, showDiff }: ApplyOptions,
): Promise<void> {
  const show = hand.provider.preview?.[difference.name];
  if (show === undefined || !showDiff) return;
  const { resource, voice, wanted, found, around } = hand;
  const secret = resource.secret.has(difference.name);
  const text = await show(wanted, found, machine, around);
  if (text !== undefined) voice.of(difference.name).say(resource.level, secret ? "[diff redacted]" : text);
}

async function flush(hand: InHand, options: ApplyOptions): Promise<void> {
  const { provider, resource, outcome, wanted, found, around, voice } = hand;
  if (provider.flush === undefined) return;
  const changed = outcome.events
    .filter((event) => event.status !== "failure")
    .flatMap((event) => event.property ?? []);
  if (changed.length === 0) return;
  const steps = provider.flush(changed, wanted, found, around);
  outcome.steps.push(...steps.map(describeStep));
  if (resource.noop) return;
  for (const step of steps) await perform(step, options.machine, voice);
}

function record(hand: InHand, difference: Difference, status: EventStatus, message: string): void {
  const { resource, found, outcome, voice } = hand;
  outcome.events.push(eventOf(resource, found, difference, status, message));
  voice.of(difference.name).say(status === "failure" ? "err" : resource.level, message);
}

/** Tell of a change that failed. */
export function recordFailure(hand: InHand, difference: Difference, why: string): void {
  hand.voice.say("err", why, "nobody");
  hand.outcome.failed = true;
  record(hand, difference, "failure", failedMessage(hand.resource, difference, why));
}

function eventOf(
  resource: Managed,
  found: Found,
  difference: Difference,
  status: EventStatus,
  message: string,
): ApplyEvent {
  const redacted = resource.secret.has(difference.name);
  return {
    name: eventName(resource, found, difference),
    status,
    message,
    property: difference.name,
    previous: redacted ? "[redacted]" : difference.is,
    desired: redacted ? "[redacted]" : difference.to,
    redacted,
    invalidatesRefresh: invalidates(resource, difference),
    time: new Date(),
  };
}

/** Why a change failed; what the system says of making a thing is introduced, as Puppet does. */
export function wordsOf(error: unknown, { name, to }: Difference, place: Place): string {
  const words = systemMessage(error);
  if (name !== "ensure" || !(isSystemError(error) || error instanceof AccountMissing)) return words;
  const where = locationText({ file: place.file, line: place.line });
  return `Could not set '${String(to)}' on ensure: ${words}${where === "" ? "" : ` ${where}`}`;
}
