import type { Place } from "../diagnostics/issue.ts";
import type { HostClassDefinition, NodeDefinition, ResourceTypeDefinition } from "../syntax/ast.ts";
import type { Value } from "../values/value.ts";
import type { Catalog, Reference } from "./catalog.ts";
import { reference } from "./names.ts";

/** What a class, a node or an instance of a defined type is made from. */
export type ContainerDefinition = HostClassDefinition | ResourceTypeDefinition | NodeDefinition;

/** A scope whose code declares resources, as far as the catalog asks; `Scope` of evaluate/ is one. */
export interface DeclaringScope {
  /** The container that the code belongs to. */
  readonly resource: DeclaredResource | undefined;
}

/** A resource while its catalog grows: parameters come from its body, defaults, overrides and collectors. */
export interface DeclaredResource {
  readonly reference: Reference;
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
  /** The scope of the code that declared it: its tags, resource defaults and override rights come from there. */
  readonly declaredIn?: DeclaringScope | undefined;
  /** What it is made from; undefined for what providers manage, for Class[main] and for Class[Settings]. */
  readonly definition?: ContainerDefinition | undefined;
  /** Whether the body of its definition was run. */
  evaluated?: boolean | undefined;
  /** Whether the tags of its container were added to its own. */
  hasContainerTags?: boolean | undefined;
  /** Whether it was declared with `class { ... }`, not by `include`. */
  readonly statement?: boolean | undefined;
}

export interface DeclaredParameter {
  readonly value: Value;
  readonly place: Place;
  /** The definition whose code set it, for override rights; undefined for top-level code. */
  readonly source?: ContainerDefinition | undefined;
  /** Set with `+>`: added to what is there. */
  readonly add?: boolean | undefined;
}

/** Parameters on their way to a resource, in order. */
export type Parameters = ReadonlyMap<string, DeclaredParameter>;

/** New parameters for a resource that may not be declared yet. */
export interface Override {
  readonly type: string;
  readonly title: string;
  readonly parameters: Parameters;
  readonly place: Place;
  readonly source: ContainerDefinition | undefined;
}

/** Something that realizes resources again and again until no new ones turn up. */
export interface CollectorLike {
  /** Realize what is found; true when something new was. */
  collect(): boolean;
  /** References that must be realized but are not there yet. */
  unresolved(): readonly Reference[];
}

/** One end of a relationship that is only known when everything is declared. */
export interface CollectedEnd {
  /** As the left end, an empty collection stands for what is to the left of it in a chain of arrows. */
  references(leftEnd: boolean): readonly Reference[];
}

export type RelationshipEnd = Reference | CollectedEnd;

/** A relationship as the code states it. */
export interface StatedRelationship {
  readonly from: RelationshipEnd;
  readonly to: RelationshipEnd;
  readonly notify: boolean;
  readonly origin: string;
  readonly place: Place | undefined;
}

/** What a finished catalog is called. */
export type CatalogHeading = Pick<Catalog, "name" | "version" | "environment">;

/** A class or stage that is there without anybody declaring it. */
export function builtinResource(
  type: "Stage" | "Class",
  title: string,
  tags: readonly string[],
): DeclaredResource {
  return {
    reference: reference(type, title),
    type,
    title,
    kind: type === "Class" ? "class" : "resource",
    place: {},
    container: undefined,
    parameters: new Map(),
    tags: new Set(tags),
    virtual: false,
    exported: false,
    evaluated: true,
    hasContainerTags: true,
    statement: false,
  };
}
