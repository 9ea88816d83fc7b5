import type { CommandLine } from "./measure.ts";

/** Commands measured in turn, and what is promised of them. */
export interface Experiment {
  readonly title: string;
  /** By the names that promises and tables use. */
  readonly commands: Readonly<Record<string, CommandLine>>;
  readonly promises: readonly Promised[];
}

/** The command `of` takes (or holds) at most `atMost` times what the command `to` does. */
export interface Promised {
  readonly what: string;
  readonly of: string;
  readonly to: string;
  readonly atMost: number;
  /** Time unless told otherwise. */
  readonly measure?: "megabytes";
}

/** How a manifest is applied by nostrings and by Puppet. */
export interface Appliers {
  nostrings(...args: string[]): CommandLine;
  /** Without modules on its path: Puppet loads the facts of all it finds, in each run. */
  puppet(...args: string[]): CommandLine;
  /** With the modules of this machine, as one finds Puppet. */
  puppetWithModules(...args: string[]): CommandLine;
}
