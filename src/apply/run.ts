import type { Catalog, Reference } from "../catalog/catalog.ts";
import { systemMessage } from "../machine/system-error.ts";
import type { Surroundings } from "../resources/surroundings.ts";
import { childrenOf } from "./children.ts";
import { converge, type InHand, inspect } from "./harness.ts";
import type { Managed } from "./managed.ts";
import type { ApplyOptions } from "./options.ts";
import type { ApplyEvent, ResourceOutcome } from "./outcome.ts";
import type { Prepared } from "./prepare.ts";
import { Providers } from "./providers.ts";
import { Refreshes, type Sender } from "./refresh.ts";
import type { Vertex } from "./relationship-graph.ts";
import { FailedDependencies, leftOutByTags } from "./skip.ts";
import { surroundingsOf } from "./surroundings-of.ts";

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
    for (const at of this.#prepared.order) {
      const vertex = this.#prepared.graph.vertices[at]!;
      if (this.#options.signal?.aborted) this.#cancel(vertex);
      else await this.#visit(at, vertex);
    }
    return this.#options.signal?.aborted !== true;
  }

  async #visit(at: number, vertex: Vertex): Promise<void> {
    const failed = this.#failures.before(at, (from) => this.#at.get(from) ?? []);
    const sender = { vertex: at, source: vertex.resource?.path ?? vertex.name };
    if (vertex.resource === undefined) this.#visitAnchor(vertex, sender, failed);
    else await this.#visitResource(vertex.resource, vertex, sender, failed);
  }

  #visitAnchor(vertex: Vertex, sender: Sender, failed: ReadonlySet<Reference>): void {
    if (failed.size > 0 || leftOutByTags(vertex, this.#options) !== undefined) this.#refreshes.drop(sender);
    else this.#refreshes.passAnchor(sender);
  }

  async #visitResource(
    resource: Managed,
    vertex: Vertex,
    sender: Sender,
    failed: ReadonlySet<Reference>,
  ): Promise<void> {
    const outcome = this.#newOutcome(resource, sender.vertex);
    outcome.failedDependencies = [...failed];
    if (this.#skip(resource, vertex, failed)) {
      outcome.skipped = true;
      this.#refreshes.drop(sender);
      return;
    }
    outcome.scheduled = true;
    const started = performance.now();
    await this.#apply(resource, outcome, sender);
    outcome.seconds = (performance.now() - started) / 1000;
  }

  #skip(resource: Managed, vertex: Vertex, failed: ReadonlySet<Reference>): boolean {
    const byTags = leftOutByTags(vertex, this.#options);
    if (byTags !== undefined) {
      this.#options.log({ level: "debug", message: byTags, source: resource.path });
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

  async #apply(resource: Managed, outcome: ResourceOutcome, sender: Sender): Promise<void> {
    const children = await this.#children(resource);
    const hand = await this.#inHand(resource, outcome);
    if (hand !== undefined) await this.#converge(hand);
    if (children.length > 0) return this.#applyChildren(resource, children, outcome, sender);
    if (!outcome.failed) this.#refreshes.send(sender, outcome.events);
    if (hand === undefined || hand.provider.refresh === undefined) return;
    await this.#refreshes.refresh(sender, outcome, resource.noop, async () => {
      return inspect(resource, hand.provider, { ...hand.around, refreshing: true }, outcome, this.#options);
    });
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
      return await inspect(resource, provider, await this.#around(resource), outcome, this.#options);
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

  async #around(resource: Managed): Promise<Surroundings> {
    const survey = await this.#providers.surveyFor(this.#providers.of(resource), resource);
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

  async #children(resource: Managed): Promise<Managed[]> {
    try {
      const provider = this.#providers.of(resource);
      if (provider.children === undefined) return [];
      return await childrenOf(
        resource,
        provider,
        await this.#around(resource),
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

  #cancel(vertex: Vertex): void {
    if (vertex.resource === undefined) return;
    this.#newOutcome(vertex.resource, -1).skipped = true;
    this.#say(vertex.resource, "debug", "Transaction canceled, skipping");
  }

  #refreshable(vertex: Vertex): boolean {
    if (vertex.resource === undefined) return true;
    return vertex.resource.type.providers.some((provider) => provider.refresh !== undefined);
  }

  #newOutcome(resource: Managed, at: number): ResourceOutcome {
    const { reference, title, place, containment, tags, type } = resource;
    const outcome: ResourceOutcome = {
      ...{
        reference,
        type: type.name,
        title,
        place,
        containmentPath: containment,
        tags,
        provider: resource.provider,
      },
      ...{ events: [], steps: [], failed: false, failedToRestart: false, restarted: false, skipped: false },
      ...{ scheduled: false, seconds: 0, startedAt: new Date(), failedDependencies: [] },
    };
    this.outcomes.set(reference, outcome);
    const here = this.#at.get(at);
    if (here) here.push(outcome);
    else this.#at.set(at, [outcome]);
    return outcome;
  }

  #say({ path, place }: Managed, level: "debug" | "notice" | "warning" | "err", message: string): void {
    this.#options.log({ level, message, source: path, place });
  }
}
