import type { LogLevel } from "../diagnostics/log.ts";
import type { Value } from "../values/value.ts";

/** What a provider may know of the run around its resource. */
export interface Surroundings {
  readonly noop: boolean;
  /** Whether the resource is looked at again in order to refresh it. */
  readonly refreshing: boolean;
  /** Attributes whose values are secret. */
  readonly secret: ReadonlySet<string>;
  /** What `survey` of this provider found. */
  readonly survey: unknown;
  /** Say something in the resource's name, or in that of one of its states. */
  say(level: LogLevel, message: string, state?: string): void;
  /** Aborted when commands in hand are to end. */
  readonly cut: AbortSignal | undefined;
  /** Fails when the run is to end: for work that goes through thousands of files. */
  goOn(): void;
  /** Say something once in a run, in nobody's name; `placed` adds where the resource is declared. */
  warnOnce(message: string, placed?: boolean): void;
  readonly showDiff: boolean;
  /** The command that compares two files, with its options; empty: nothing is compared. */
  readonly diff: readonly string[];
  /** The directory of a module, for `puppet:///modules/...`; undefined when there is no such module. */
  modulePath(module: string): string | undefined;
  /** Whether the catalog has a resource whose title or key is this. */
  has(type: string, name: string): boolean;
  /** The environment's name, for messages. */
  readonly environment: string;
  /** The resource's parameters as declared, for resources made from it. */
  readonly parameters: ReadonlyMap<string, Value>;
}
