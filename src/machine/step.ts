import type { Command } from "./command.ts";
import type { NewFile } from "./file-stat.ts";
import type { Masked } from "./masked.ts";

/** A word of a command; a `Masked` one is never shown. */
export type Word = string | Masked;

/** In whose name something is said: nobody's, the resource's, or that of one of its states (`/returns`). */
export type Speaker = "nobody" | "resource" | `/${string}`;

/** Run a command. */
export interface RunStep {
  readonly kind: "run";
  readonly argv: readonly Word[];
  readonly options: RunOptions;
}

/** A program by its absolute path, or by a name to look for. */
export interface Program {
  readonly name: string;
  readonly searchPath: readonly string[] | undefined;
}

/** How a command is run, and what its end means. */
export interface RunOptions extends Omit<Command, "argv" | "input" | "env" | "signal"> {
  readonly env?: Readonly<Record<string, Word | undefined>> | undefined;
  readonly input?: Word | undefined;
  /** Exit codes that mean success; undefined: 0, and failure is told as Puppet's providers tell it. */
  readonly returns?: readonly string[] | undefined;
  /** How often to try until it succeeds, and the seconds between. */
  readonly tries?: number | undefined;
  readonly trySleep?: number | undefined;
  /** When its output is shown, and at which level; undefined: only within the failure. */
  readonly output?: "always" | "on_failure" | undefined;
  /** What messages call the command, when not its words. */
  readonly called?: string | undefined;
  /** The program as the resource names it, to be found before the command is run. */
  readonly program?: Program | undefined;
  /** It may be stopped half-way when the run is interrupted; others are let finish. */
  readonly stoppable?: boolean | undefined;
  /** In whose name its output is shown. */
  readonly speaker?: Speaker | undefined;
  /** What a failure's words begin with: `Could not create user bob: `. */
  readonly blame?: string | undefined;
  /** A command whose output says more about a failure, and the words before it; they take the place of the usual ones. */
  readonly evidence?: { readonly words: string; readonly argv: readonly string[] } | undefined;
}

/** Contents to be fetched from a web server, and what they are to sum up to: `{sha256}...`. */
export interface Download {
  readonly download: string;
  readonly sum?: string | undefined;
}

/** Put a whole file in place. Names of owner and group are looked up when it is done. */
export interface WriteStep {
  readonly kind: "write";
  readonly path: string;
  readonly content: NewFile["content"] | Download;
  readonly mode?: number | undefined;
  readonly owner?: string | number | undefined;
  readonly group?: string | number | undefined;
  readonly staging?: string | undefined;
  /** What a failure's words begin with, said in nobody's name too, as Puppet does of record files. */
  readonly blame?: string | undefined;
  /** A shell command line that must succeed on the finished file, whose path takes the placeholder's place. */
  readonly validate?: { readonly command: string; readonly placeholder: string } | undefined;
}

export interface MkdirStep {
  readonly kind: "mkdir";
  readonly path: string;
  readonly mode?: number | undefined;
}

export interface SymlinkStep {
  readonly kind: "symlink";
  readonly target: string;
  readonly path: string;
}

/** Remove a file or link, or with `tree` a directory and all in it. */
export interface RemoveStep {
  readonly kind: "remove";
  readonly path: string;
  readonly tree: boolean;
}

export interface ChmodStep {
  readonly kind: "chmod";
  readonly path: string;
  readonly mode: number;
}

/** Change owner or group, given by name or number. */
export interface ChownStep {
  readonly kind: "chown";
  readonly path: string;
  readonly owner?: string | number | undefined;
  readonly group?: string | number | undefined;
  readonly follow: boolean;
}

/** Copy what stands at `from` to `to`, in place of an older copy. */
export interface BackupStep {
  readonly kind: "backup";
  readonly from: string;
  readonly to: string;
}

/** Say something: for changes that are words alone. */
export interface SayStep {
  readonly kind: "say";
  readonly message: Word;
  /** Undefined: the resource's own level. */
  readonly level?: "notice" | "info" | "debug" | "warning" | undefined;
  /** Undefined: the state being changed. */
  readonly speaker?: Speaker | undefined;
}

/** One thing done to the machine, as data: a dry run shows it, a test compares it, `perform` does it. */
export type Step =
  | RunStep
  | WriteStep
  | MkdirStep
  | SymlinkStep
  | RemoveStep
  | ChmodStep
  | ChownStep
  | BackupStep
  | SayStep;

/** Run a program with arguments. */
export function run(...argv: Word[]): RunStep {
  return { kind: "run", argv, options: {} };
}

/** Run a program with arguments, and more to say about how. */
export function runWith(options: RunOptions, ...argv: Word[]): RunStep {
  return { kind: "run", argv, options };
}

/** Run a command line through `/bin/sh`. */
export function shell(commandLine: Word, options: RunOptions = {}): RunStep {
  return { kind: "run", argv: ["/bin/sh", "-c", commandLine], options };
}

/** Put a whole file in place. */
export function write(
  path: string,
  content: WriteStep["content"] | string,
  rest: Omit<WriteStep, "kind" | "path" | "content"> = {},
): WriteStep {
  return {
    kind: "write",
    path,
    content: typeof content === "string" ? Buffer.from(content) : content,
    ...rest,
  };
}
