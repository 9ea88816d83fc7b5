import type { Place } from "../diagnostics/issue.ts";
import type { Value } from "../values/value.ts";
import type { Reference } from "./catalog.ts";

/** A resource while its catalog grows: parameters come from its body, defaults, overrides and collectors. */
export interface DeclaredResource {
  readonly type: string;
  readonly title: string;
  readonly kind: "class" | "define" | "resource";
  readonly place: Place;
  /** The resource that contains it: a class, a define or a stage; undefined for stages. */
  readonly container: DeclaredResource | undefined;
  readonly parameters: Map<string, DeclaredParameter>;
  readonly tags: Set<string>;
  virtual: boolean;
  exported: boolean;
}

export interface DeclaredParameter {
  readonly value: Value;
  readonly place: Place;
}

/** The catalog while it grows; `evaluate/` declares, `catalog/` finishes. */
export interface CatalogBuilder {
  find(type: string, title: string): DeclaredResource | undefined;
  /** Add a resource; fails with both places when its type and title are taken. */
  declare(resource: DeclaredResource): void;
  resources(): Iterable<DeclaredResource>;
  relate(from: Reference, to: Reference, notify: boolean, origin: string, place?: Place): void;
}
