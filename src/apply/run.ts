import type { Catalog, Reference } from "../catalog/catalog.ts";
import { systemMessage } from "../machine/system-error.ts";
import type { AnyProvider } from "../resources/define.ts";
import type { Surroundings } from "../resources/surroundings.ts";
import { childrenOf } from "./children.ts";
import { converge, type InHand, inspect, recordChange } from "./harness.ts";
import type { Managed } from "./managed.ts";
import { convergeTogether, groupFrom, isDone } from "./merge.ts";
import type { ApplyOptions } from "./options.ts";
import { type ApplyEvent, newOutcome, type ResourceOutcome } from "./outcome.ts";
import type { Prepared, RunVertex } from "./prepare.ts";
import { Providers } from "./providers.ts";
import { Refreshes, type Sender } from "./refresh.ts";
import { FailedDependencies, leftOutByTags } from "./skip.ts";
import { surroundingsOf } from "./surroundings-of.ts";

/** A resource whose turn it is. */
interface Ready {
  readonly resource: Managed;
  readonly outcome: ResourceOutcome;
  readonly sender: Sender;
}

/** One walk over the graph: every vertex in order, each resource looked at, changed, refreshed. */
export class Run {
  readonly outcomes = new Map<Reference, ResourceOutcome>();
  failedToGenerate = false;
  readonly #prepared: Prepared;
  readonly #options: ApplyOptions;
  readonly #catalog: Catalog;
  readonly #providers: Providers;
  readonly #refreshes: Refreshes;
  readonly #failures: FailedDependencies;
  readonly #warned = new Set<string>();
  /** The outcomes of a vertex: its resource's and those of the resources it made. */
  readonly #at = new Map<number, ResourceOutcome[]>();

  constructor(prepared: Prepared, catalog: Catalog, options: ApplyOptions) {
    this.#prepared = prepared;
    this.#catalog = catalog;
    this.#options = options;
    this.#providers = new Providers(options.host, options.machine, prepared.managed.values());
    this.#failures = new FailedDependencies(prepared.graph);
    this.#refreshes = new Refreshes(prepared.graph, options, (vertex) => this.#refreshable(vertex));
  }

  /** Walk; says whether it came to the end. */
  async walk(): Promise<boolean> {
    const { order, graph } = this.#prepared;
    for (let i = 0; i < order.length; ) {
      const group = groupFrom(i, order, graph, (at) => this.#joining(at));
      this.#options.progress?.(graph.vertices[group[0]!]!.name, i, order.length);
      await this.#options.pause?.();
      if (this.#options.signal?.aborted) for (const at of group) this.#cancel(graph.vertices[at]!);
      else await this.#traced(group, i);
      i += group.length;
    }
    return this.#options.signal?.aborted !== true;
  }

  async #traced(group: readonly number[], before: number): Promise<void> {
    const started = performance.now();
    const total = this.#prepared.order.length;
    this.#trace(group, (nth) => `Starting to evaluate the resource (${before + nth} of ${total})`);
    await this.#visit(group);
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    this.#trace(group, () => `Evaluated in ${seconds} seconds`);
  }

  #trace(group: readonly number[], message: (nth: number) => string): void {
    if (!this.#options.evalTrace) return;
    for (const [index, at] of group.entries()) {
      const { resource, name } = this.#prepared.graph.vertices[at]!;
      this.#options.log({ level: "info", message: message(index + 1), source: resource?.path ?? name });
    }
  }

  async #visit(group: readonly number[]): Promise<void> {
    const ready: Ready[] = [];
    for (const at of group) {
      const vertex = this.#prepared.graph.vertices[at]!;
      const failed = this.#failures.before(at, (from) => this.#at.get(from) ?? []);
      const sender = { vertex: at, source: vertex.resource?.path ?? vertex.name };
      if (vertex.resource === undefined) this.#visitAnchor(vertex, sender, failed);
      else ready.push(...this.#begin(vertex.resource, vertex, sender, failed));
    }
    if (ready.length > 1) await this.#applyTogether(ready);
    else for (const one of ready) await this.#apply(one);
  }

  #visitAnchor(vertex: RunVertex, sender: Sender, failed: ReadonlySet<Reference>): void {
    if (failed.size > 0 || leftOutByTags(vertex, this.#options) !== undefined) this.#refreshes.drop(sender);
    else this.#refreshes.passAnchor(sender);
  }

  /** Make the outcome of a resource; nothing when it is skipped. */
  #begin(resource: Managed, vertex: RunVertex, sender: Sender, failed: ReadonlySet<Reference>): Ready[] {
    const outcome = this.#newOutcome(resource, sender.vertex);
    outcome.failedDependencies = [...failed];
    outcome.skipped = this.#skip(resource, vertex, failed);
    outcome.scheduled = !outcome.skipped;
    if (outcome.scheduled) return [{ resource, outcome, sender }];
    this.#refreshes.drop(sender);
    return [];
  }

  #skip(resource: Managed, vertex: RunVertex, failed: ReadonlySet<Reference>): boolean {
    const byTags = leftOutByTags(vertex, this.#options);
    if (byTags !== undefined) {
      this.#options.log({ level: "debug", message: byTags, source: resource.path });
      return true;
    }
    if (!this.#prepared.schedules.turn(resource)) {
      this.#say(resource, "debug", "Not scheduled");
      return true;
    }
    if (failed.size === 0) return false;
    for (const reference of this.#failures.untold(failed)) {
      this.#say(
        resource,
        "notice",
        `Dependency ${reference} has failures: ${this.outcomes.get(reference)?.failed ?? true}`,
      );
    }
    this.#say(resource, "warning", "Skipping because of failed dependencies");
    return true;
  }

  async #apply(ready: Ready): Promise<void> {
    const { resource, outcome, sender } = ready;
    const started = performance.now();
    if (!this.#isProvided(resource, outcome)) return;
    const childless = this.#providers.of(resource).children === undefined;
    const children = childless ? [] : await this.#children(resource);
    const hand = await this.#inHand(resource, outcome);
    if (hand !== undefined) await this.#converge(hand);
    if (children.length > 0) await this.#applyChildren(resource, children, outcome, sender);
    else await this.#spread(ready, hand);
    outcome.seconds = (performance.now() - started) / 1000;
  }

  /** Several resources whose steps can be joined; what was not done together is done one by one. */
  async #applyTogether(group: readonly Ready[]): Promise<void> {
    const hands = new Map<Ready, InHand | undefined>();
    for (const ready of group) hands.set(ready, await this.#inHand(ready.resource, ready.outcome));
    const together = [...hands.values()].filter((hand) => hand !== undefined);
    const { done, tried } = await convergeTogether(together, this.#options);
    for (const [ready, first] of hands) {
      const left = first !== undefined && !done.has(first);
      const difference = left ? tried.get(first) : undefined;
      const hand = difference ? await this.#inHand(ready.resource, ready.outcome) : first;
      if (difference && hand !== undefined && isDone(hand)) recordChange(first!, difference);
      else if (left && hand !== undefined) await this.#converge(hand);
      await this.#spread(ready, hand);
    }
  }

  /** Tell those that are to hear of it, and refresh the resource if others told it to. */
  async #spread({ resource, outcome, sender }: Ready, hand: InHand | undefined): Promise<void> {
    if (!outcome.failed) this.#refreshes.send(sender, outcome.events);
    if (hand === undefined || hand.provider.refresh === undefined) return;
    await this.#refreshes.refresh(sender, outcome, resource.noop, async () => {
      return inspect(resource, hand.provider, { ...hand.around, refreshing: true }, outcome, this.#options);
    });
  }

  /** The provider of a resource when it can join the steps of several. */
  #joining(at: number): AnyProvider | undefined {
    const { resource } = this.#prepared.graph.vertices[at]!;
    if (resource === undefined || resource.noop) return undefined;
    if (resource.type.providers.every((provider) => provider.merge === undefined)) return undefined;
    const provider = this.#providers.find(resource);
    return provider?.merge === undefined ? undefined : provider;
  }

  async #converge(hand: InHand): Promise<void> {
    try {
      await converge(hand, this.#options);
    } catch (error) {
      this.#couldNotEvaluate(hand.resource, hand.outcome, error);
    }
  }

  async #inHand(resource: Managed, outcome: ResourceOutcome): Promise<InHand | undefined> {
    try {
      const provider = this.#providers.of(resource);
      outcome.provider = provider.name;
      const survey = await this.#providers.surveyFor(provider, resource);
      return await inspect(resource, provider, this.#around(resource, survey), outcome, this.#options);
    } catch (error) {
      this.#couldNotEvaluate(resource, outcome, error);
      return undefined;
    }
  }

  #couldNotEvaluate(resource: Managed, outcome: ResourceOutcome, error: unknown): void {
    const message = systemMessage(error);
    this.#say(resource, "err", `Could not evaluate: ${message}`);
    outcome.failed = true;
    const redacted = { redacted: false, invalidatesRefresh: false, time: new Date() };
    outcome.events.push({ name: "resource_error", status: "failure", message, ...redacted });
  }

  #around(resource: Managed, survey: unknown): Surroundings {
    return surroundingsOf(
      resource,
      survey,
      this.#prepared.registry,
      this.#catalog,
      this.#options,
      (message) => this.#warnOnce(message),
    );
  }

  #warnOnce(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#options.log({ level: "warning", message });
  }

  #isProvided(resource: Managed, outcome: ResourceOutcome): boolean {
    try {
      this.#providers.of(resource);
      return true;
    } catch (error) {
      this.#say(resource, "err", systemMessage(error));
      outcome.failed = true;
      return false;
    }
  }

  async #children(resource: Managed): Promise<Managed[]> {
    try {
      const provider = this.#providers.of(resource);
      const survey = await this.#providers.surveyFor(provider, resource);
      return await childrenOf(
        resource,
        provider,
        this.#around(resource, survey),
        this.#prepared.registry,
        this.#options,
      );
    } catch (error) {
      this.failedToGenerate = true;
      const why = systemMessage(error);
      this.#say(resource, "err", `Failed to generate additional resources using 'eval_generate': ${why}`);
      return [];
    }
  }

  /** Children come right after their parent; whoever waits for the parent hears of all of them as one event. */
  async #applyChildren(
    parent: Managed,
    children: readonly Managed[],
    outcome: ResourceOutcome,
    sender: Sender,
  ): Promise<void> {
    const events: ApplyEvent[] = outcome.failed ? [] : [...outcome.events];
    for (const child of children) {
      const own = this.#newOutcome(child, sender.vertex);
      if (outcome.failed) {
        this.#skipChild(child, own, parent);
        continue;
      }
      await this.#options.pause?.();
      if (this.#options.signal?.aborted) {
        this.#cancelled(child, own);
        continue;
      }
      own.scheduled = true;
      const hand = await this.#inHand(child, own);
      if (hand !== undefined) await this.#converge(hand);
      if (!own.failed) events.push(...own.events);
    }
    if (events.length > 0) this.#refreshes.sendAsOne({ vertex: sender.vertex, source: parent.title }, events);
  }

  #skipChild(child: Managed, outcome: ResourceOutcome, parent: Managed): void {
    for (const reference of this.#failures.untold([parent.reference])) {
      this.#say(child, "notice", `Dependency ${reference} has failures: true`);
    }
    this.#say(child, "warning", "Skipping because of failed dependencies");
    outcome.skipped = true;
    outcome.failedDependencies = [parent.reference];
  }

  #cancel(vertex: RunVertex): void {
    if (vertex.resource === undefined) return;
    this.#cancelled(vertex.resource, this.#newOutcome(vertex.resource, -1));
  }

  #cancelled(resource: Managed, outcome: ResourceOutcome): void {
    outcome.skipped = true;
    this.#say(resource, "debug", "Transaction canceled, skipping");
  }

  #refreshable(vertex: RunVertex): boolean {
    if (vertex.resource === undefined) return true;
    return vertex.resource.type.providers.some((provider) => provider.refresh !== undefined);
  }

  #newOutcome(resource: Managed, at: number): ResourceOutcome {
    const outcome = newOutcome(resource);
    this.outcomes.set(resource.reference, outcome);
    const here = this.#at.get(at);
    if (here) here.push(outcome);
    else this.#at.set(at, [outcome]);
    return outcome;
  }

  #say({ path, place }: Managed, level: "debug" | "notice" | "warning" | "err", message: string): void {
    this.#options.log({ level, message, source: path, place });
  }
}
