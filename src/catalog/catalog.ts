import type { Place } from "../diagnostics/issue.ts";
import type { Value } from "../values/value.ts";

/** `File[/etc/motd]`: how a resource is named in a catalog, in messages and in relationships. */
export type Reference = string;

/** A resource as the finished catalog holds it. Types are capitalised (`File`, `Apache::Vhost`, `Class`). */
export interface CatalogResource {
  readonly reference: Reference;
  readonly type: string;
  readonly title: string;
  /** Secret values are `Sensitive`; deferred ones `Deferred`; relationships are references or arrays of them. */
  readonly parameters: ReadonlyMap<string, Value>;
  readonly tags: ReadonlySet<string>;
  readonly place: Place;
  readonly virtual: boolean;
  readonly exported: boolean;
  /** A class, a defined type or a resource that a provider manages. */
  readonly kind: "class" | "define" | "resource";
  /** Whether it was declared by a statement of its own; false for classes that were included. */
  readonly statement?: boolean | undefined;
}

/** Containment: `container` holds `content`. */
export interface ContainmentEdge {
  readonly container: Reference;
  readonly content: Reference;
}

/** `from` comes before `to`; with `notify`, a change of `from` refreshes `to`. */
export interface RelationshipEdge {
  readonly from: Reference;
  readonly to: Reference;
  readonly notify: boolean;
  /** Why the edge is there, e.g. "the '->' arrow", "parameter 'require' of File[/x]", "autorequire of User[bob]". */
  readonly origin: string;
  readonly place?: Place | undefined;
}

/** What one machine should be: the end of compiling and the beginning of applying. */
export interface Catalog {
  /** The node's certname. */
  readonly name: string;
  /** Seconds since the epoch as Puppet's `version`, or what `config_version` says. */
  readonly version: string | bigint;
  readonly environment: string;
  /** Names of the classes declared, in order, `settings` first. */
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  /** In order of declaration. */
  readonly resources: readonly CatalogResource[];
  readonly containment: readonly ContainmentEdge[];
  /** Explicit relationships (arrows and metaparameters), checked: both ends exist. Autorequires are added when applying. */
  readonly relationships: readonly RelationshipEdge[];
}

export { reference } from "./names.ts";
