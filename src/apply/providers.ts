import type { Machine } from "../machine/machine.ts";
import type { AnyProvider } from "../resources/define.ts";
import type { Host } from "../resources/host.ts";
import type { Managed } from "./managed.ts";

/** Chooses providers, and lets each survey the machine once for all its resources. */
export class Providers {
  readonly #host: Host;
  readonly #machine: Machine;
  readonly #usual = new Map<string, AnyProvider>();
  readonly #surveys = new Map<AnyProvider, Promise<unknown>>();
  readonly #resources: ReadonlyMap<string, readonly Managed[]>;

  constructor(host: Host, machine: Machine, resources: Iterable<Managed>) {
    this.#host = host;
    this.#machine = machine;
    this.#resources = Map.groupBy(resources, (resource) => resource.type.name);
  }

  /** The provider of a resource; fails in Puppet's words when none works here (yet: it is asked again each time). */
  of(resource: Managed): AnyProvider {
    return resource.provider === undefined
      ? this.#usualFor(resource)
      : this.#named(resource, resource.provider);
  }

  /** The provider of a resource, undefined when none works here. */
  find(resource: Managed): AnyProvider | undefined {
    try {
      return this.of(resource);
    } catch {
      return undefined;
    }
  }

  /** What a provider found when it looked at all its resources at once. */
  surveyFor(provider: AnyProvider, resource: Managed): Promise<unknown> | undefined {
    if (provider.survey === undefined) return undefined;
    let survey = this.#surveys.get(provider);
    if (survey === undefined) {
      const mine =
        this.#resources.get(resource.type.name)?.filter((other) => this.#mayBe(other, provider)) ?? [];
      survey = provider.survey(
        mine.map((other) => other.wanted),
        this.#machine,
      );
      this.#surveys.set(provider, survey);
    }
    return survey;
  }

  #mayBe(resource: Managed, provider: AnyProvider): boolean {
    return resource.provider === undefined
      ? this.#usual.get(resource.type.name) === provider
      : resource.provider === provider.name;
  }

  #named(resource: Managed, name: string): AnyProvider {
    const provider = resource.type.providers.find((one) => one.name === name);
    if (provider === undefined || provider.suits?.(this.#host) === false) {
      throw new Error(`Provider ${name} is not functional on this host`);
    }
    return provider;
  }

  #usualFor({ type }: Managed): AnyProvider {
    const known = this.#usual.get(type.name);
    if (known !== undefined) return known;
    const suitable = type.providers.filter((one) => one.suits?.(this.#host) ?? true);
    const provider = suitable.find((one) => one.usual?.(this.#host)) ?? suitable[0];
    if (provider === undefined) throw new Error(`Could not find a suitable provider for ${type.name}`);
    this.#usual.set(type.name, provider);
    return provider;
  }
}
