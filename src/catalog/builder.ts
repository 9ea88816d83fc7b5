import type { Place } from "../diagnostics/issue.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { HostClassDefinition, NodeDefinition, ResourceTypeDefinition } from "../syntax/ast.ts";
import type { Value } from "../values/value.ts";
import type { Catalog, Reference } from "./catalog.ts";
import type { ResourceTypes } from "./resource-types/resource-types.ts";

/** What a class, a node or an instance of a defined type is made from. */
export type ContainerDefinition = HostClassDefinition | ResourceTypeDefinition | NodeDefinition;

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
  readonly declaredIn?: Scope | undefined;
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

/** The catalog while it grows; `evaluate/` declares, `catalog/` finishes. */
export interface CatalogBuilder {
  /** What is known of resource types that are not defined in the Puppet language. */
  readonly types: ResourceTypes;
  /** A resource by its type (any case) and title, alias or name. */
  find(type: string, title: string): DeclaredResource | undefined;
  /** Add a resource; fails with both places when its type and title are taken. */
  declare(resource: DeclaredResource): void;
  resources(): Iterable<DeclaredResource>;
  /** The resources of one capitalised type, in order of declaration. */
  ofType(type: string): readonly DeclaredResource[];
  relate(from: RelationshipEnd, to: RelationshipEnd, notify: boolean, origin: string, place?: Place): void;
  /** Put a resource into a container. */
  contain(container: DeclaredResource, content: DeclaredResource): void;
  /** The class was evaluated: it is listed, and its name is a tag of the catalog. */
  addClass(name: string): void;
  /** Names of the classes evaluated, in order. */
  readonly classes: readonly string[];
  /** The tags of the catalog itself: of every class and node. */
  readonly tags: Set<string>;
  readonly collectors: Set<CollectorLike>;
  /** Definitions that override through collectors; they may override everything from then on, as in Puppet. */
  readonly overriding: Set<ContainerDefinition | undefined>;
  /** Overrides of resources not declared yet, by reference. */
  readonly overrides: Map<Reference, Override[]>;
  readonly relationships: readonly StatedRelationship[];
  readonly containment: ReadonlyMap<DeclaredResource, ReadonlySet<DeclaredResource>>;
  /** Classes and instances of defined types whose code was not run yet; taking them empties the list. */
  takeUnevaluated(): DeclaredResource[];
  putBackUnevaluated(resources: readonly DeclaredResource[]): void;
}

/** What a finished catalog is called. */
export type CatalogHeading = Pick<Catalog, "name" | "version" | "environment">;
