import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { FunctionContext, LookupContext } from "../context.ts";
import type { Invocation } from "../invocation.ts";
import { type Location, resolvePaths } from "../locations.ts";
import type { LookupKey } from "../lookup-key.ts";
import type { MergeStrategy } from "../merge/strategy.ts";
import { callDataFunction } from "./call-data-function.ts";
import type { HierarchyEntry } from "./function-provider.ts";
import type { DataProvider } from "./provider.ts";

/** What the providers of hierarchy entries have in common: places, and a context for each that outlives lookups. */
export abstract class EntryProvider implements DataProvider {
  protected readonly entry: HierarchyEntry;
  readonly #contexts = new Map<string | undefined, FunctionContext>();

  constructor(entry: HierarchyEntry) {
    this.entry = entry;
  }

  get name(): string {
    return `Hierarchy entry "${this.entry.name}"`;
  }

  /** As type mismatches name it. */
  protected get fullName(): string {
    return `${this.entry.kind} function '${this.entry.functionName}'`;
  }

  protected abstract findAt(
    key: LookupKey,
    location: Location | undefined,
    invocation: Invocation,
    merge: MergeStrategy,
  ): Value | undefined;

  find(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    if (!invocation.explainer) return this.#amongPlaces(key, invocation, merge);
    return invocation.with({ kind: "data_provider", provider: this }, () =>
      this.#amongPlaces(key, invocation, merge),
    );
  }

  #amongPlaces(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    return merge.lookup(this.#places(invocation), invocation, (location) =>
      location && invocation.explainer
        ? invocation.with({ kind: "location", location }, () => this.#at(key, location, invocation, merge))
        : this.#at(key, location, invocation, merge),
    );
  }

  #at(
    key: LookupKey,
    location: Location | undefined,
    invocation: Invocation,
    merge: MergeStrategy,
  ): Value | undefined {
    if (location?.exists !== false) return this.findAt(key, location, invocation, merge);
    invocation.explainer?.locationNotFound();
    return undefined;
  }

  /** The entry's places, after those that a hiera_xxx call wants searched first. */
  #places(invocation: Invocation): readonly (Location | undefined)[] {
    const places = this.entry.locations ?? [undefined];
    const { datadir, name } = this.entry;
    if (datadir === undefined || invocation.hiera3Levels.length === 0) return places;
    return [...resolvePaths(datadir, invocation.hiera3Levels, invocation, `.${name}`), ...places];
  }

  /** The context of a place: what its function has cached. */
  protected context(location: Location | undefined, invocation: Invocation): FunctionContext {
    const key = location?.location;
    const known = this.#contexts.get(key);
    if (known) return known;
    const made = new FunctionContext(
      invocation.layers.files,
      invocation.layers.environmentName,
      this.entry.layer.moduleName,
      this.entry.config.source.root,
    );
    this.#contexts.set(key, made);
    return made;
  }

  /** The options handed to the function: the entry's, and the place. */
  protected options(location: Location | undefined): Hash {
    if (!location) return this.entry.options;
    return this.entry.options.merge(Hash.from([[location.kind, location.location]]));
  }

  /** Call the entry's function with some arguments followed by options and context; undefined for not_found(). */
  protected call(
    args: readonly Value[],
    location: Location | undefined,
    invocation: Invocation,
  ): Value | undefined {
    const context = new LookupContext(this.context(location, invocation), invocation);
    return callDataFunction(this.entry, [...args, this.options(location)], context, invocation);
  }

  /** How messages name a value that came from here. */
  protected origin(subject: string, location: Location | undefined): string {
    return location === undefined ? subject : `${subject}, when using location '${location.location}',`;
  }
}
