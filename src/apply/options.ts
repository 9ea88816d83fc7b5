import type { Log } from "../diagnostics/log.ts";
import type { RelationshipGraph } from "../graph/relationship-graph.ts";
import type { Machine } from "../machine/machine.ts";
import type { ResourceType } from "../resources/define.ts";
import type { Host } from "../resources/host.ts";
import type { Deferred } from "../values/deferred.ts";
import type { Value } from "../values/value.ts";

/** Moments by reference, in milliseconds. */
export interface CheckTimes {
  get(reference: string): number | undefined;
  set(reference: string, milliseconds: number): void;
}

/** All that applying a catalog needs from outside. */
export interface ApplyOptions {
  readonly machine: Machine;
  /** What providers may ask of the machine to see whether they suit. */
  readonly host: Host;
  readonly log: Log;
  /** Resource types by capitalised name; the built-in ones when not given. */
  readonly typeOf?: ((name: string) => ResourceType | undefined) | undefined;
  /** Change nothing, only tell. */
  readonly noop?: boolean | undefined;
  /** Apply only what has one of these tags; empty: everything. */
  readonly tags?: readonly string[] | undefined;
  readonly skipTags?: readonly string[] | undefined;
  /** When resources with a schedule were looked at last; what this run looks at is added. */
  readonly checkTimes?: CheckTimes | undefined;
  /** Apply what has a schedule at any time. */
  readonly ignoreSchedules?: boolean | undefined;
  /** Show what changes within files. */
  readonly showDiff?: boolean | undefined;
  /** The command that compares two files, with its options; none: nothing is compared. By default `diff -u`. */
  readonly diff?: readonly string[] | undefined;
  /** Works out deferred values, before anything is applied. */
  readonly resolve?: ((deferred: Deferred) => Value) | undefined;
  /** The directory of a module, for `puppet:///modules/...`. */
  readonly modulePath?: ((module: string) => string | undefined) | undefined;
  /** Told of every secret before anything is said. */
  readonly redactor?: { register(secret: string): void } | undefined;
  /** Told of each resource before its turn: its reference, how many came before it, and how many there are. */
  readonly progress?: ((reference: string, done: number, total: number) => void) | undefined;
  /** Told of the graph before the first resource has its turn. */
  readonly onGraph?: ((graph: RelationshipGraph<unknown>) => Promise<void>) | undefined;
  /** Log when each resource has its turn, and how long it took. */
  readonly evalTrace?: boolean | undefined;
  /** When aborted, the resource in hand is finished and the others are skipped. */
  readonly signal?: AbortSignal | undefined;
  /** When aborted, commands in hand are ended. */
  readonly cut?: AbortSignal | undefined;
  /** Awaited between any two resources, so that signals are heard. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** Fails when the run is to end; asked within work that never waits. */
  readonly goOn?: (() => void) | undefined;
}
