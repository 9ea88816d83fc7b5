import type { Interruption } from "../machine/interruption.ts";
import type { Terminal } from "../report/terminal.ts";
import type { Arguments, OptionSpec, Options } from "./options.ts";

/** A command's surroundings: its arguments, the terminal, and the name the program was called by. */
export interface Invocation extends Arguments {
  readonly terminal: Terminal;
  /** Called as `puppet`: exactly Puppet's exit codes. */
  readonly asPuppet: boolean;
  /** What signals ask for; undefined where they end the program at once. */
  readonly interruption?: Interruption | undefined;
}

/** A command of the program; its code is loaded when it runs. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** Whether Puppet's settings are accepted as long options. */
  readonly settings: boolean;
  /** Told of a command line that is wrong, with the options that are right. */
  refused?(options: Options, error: Error): void;
  /** Does the work and gives the exit code. */
  run(invocation: Invocation): Promise<number>;
}
