import type { Reference } from "../../catalog/catalog.ts";
import type {
  CollectedEnd,
  CollectorLike,
  DeclaredResource,
  Override,
} from "../../catalog/declared-resource.ts";
import { RichValue } from "../../values/rich-value.ts";
import type { Compilation } from "../compilation.ts";
import { addOverride } from "./override.ts";
import type { Query } from "./query.ts";

/** What a collector lays over everything it collects. */
export type CollectorOverride = Omit<Override, "type" | "title">;

let count = 0;

/** A search for resources of one type that goes on until everything is declared; also an end of relationships. */
export class Collector extends RichValue implements CollectorLike, CollectedEnd {
  readonly typeName = "Runtime";
  readonly #compilation: Compilation;
  readonly #type: string;
  /** Undefined for exported resources: nothing is ever found. */
  readonly #query: Query | undefined;
  readonly #override: CollectorOverride | undefined;
  readonly #collected = new Set<DeclaredResource>();
  readonly #id = ++count;
  /** What stands to the left in a chain of arrows, for when nothing is collected. */
  #alternative: readonly (Reference | CollectedEnd)[] = [];

  constructor(
    compilation: Compilation,
    type: string,
    query: Query | undefined,
    override: CollectorOverride | undefined,
  ) {
    super();
    this.#compilation = compilation;
    this.#type = type;
    this.#query = query;
    this.#override = override;
  }

  hashKey(): string {
    return `Collector:${this.#id}`;
  }

  toString(): string {
    return this.#query ? `Catalog-Collector[${this.#type}]` : `Exported-Collector[${this.#type}]`;
  }

  collect(): boolean {
    const query = this.#query;
    if (!query) return false;
    const found = this.#compilation.catalog.ofType(this.#type).filter(query);
    for (const resource of found) realize(resource);
    const fresh = found.filter((resource) => !this.#collected.has(resource));
    for (const resource of fresh) this.#take(resource);
    return fresh.length > 0;
  }

  unresolved(): readonly Reference[] {
    return [];
  }

  references(leftEnd: boolean): readonly Reference[] {
    if (this.#collected.size === 0 && leftEnd) {
      return this.#alternative.flatMap((end) => (typeof end === "string" ? [end] : end.references(true)));
    }
    return [...this.#collected].map(({ reference }) => reference);
  }

  /** Remember what is to the left of this collector in a chain of arrows. */
  standInFor(left: readonly (Reference | CollectedEnd)[]): void {
    this.#alternative = left;
  }

  #take(resource: DeclaredResource): void {
    this.#collected.add(resource);
    if (!this.#override) return;
    const { type, title } = resource;
    this.#compilation.catalog.overriding.add(this.#override.source);
    addOverride({ type, title, ...this.#override }, this.#compilation);
  }
}

/** The function `realize`: makes named resources real, which may be declared later. */
export class Realizer implements CollectorLike {
  readonly #compilation: Compilation;
  #waiting: Reference[];

  constructor(compilation: Compilation, references: readonly Reference[]) {
    this.#compilation = compilation;
    this.#waiting = [...references];
  }

  collect(): boolean {
    const { catalog } = this.#compilation;
    const before = this.#waiting.length;
    this.#waiting = this.#waiting.filter((ref) => {
      const cut = ref.indexOf("[");
      const resource = catalog.find(ref.slice(0, cut), ref.slice(cut + 1, -1));
      if (resource) realize(resource);
      return !resource;
    });
    if (this.#waiting.length === 0) catalog.collectors.delete(this);
    return this.#waiting.length < before;
  }

  unresolved(): readonly Reference[] {
    return this.#waiting;
  }
}

function realize(resource: DeclaredResource): void {
  resource.virtual = false;
}
