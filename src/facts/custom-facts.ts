import type { Value } from "../values/value.ts";

/** Facts that modules add. */
export interface CustomFacts {
  /** The names that are known without running anything. */
  readonly names: readonly string[];
  /** Whether there may be a fact of this name besides: the names of some are made up when they are added. */
  mayHave(name: string): boolean;
  /** Those names, found out by running what adds them. */
  further(): readonly string[];
  /** The value of a fact; undefined leaves the built-in fact of that name, if there is one. */
  value(name: string): Value | undefined;
}
