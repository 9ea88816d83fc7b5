import type { Log } from "../diagnostics/log.ts";
import type { Interruption } from "../machine/interruption.ts";
import type { Redactor } from "../report/redactor.ts";
import type { TimedEntry } from "../report/report-data.ts";
import type { Settings } from "../settings/settings.ts";

/** The log of a run, all that was written to it, and what knows the secrets that must not reach it. */
export interface RunLog {
  readonly log: Log;
  readonly entries: readonly TimedEntry[];
  readonly redactor: Redactor;
}

/** What to believe of the machine instead of looking. */
export interface GivenFacts {
  /** The node to compile for; with `factsFile`, another machine than this. */
  readonly node?: string | undefined;
  /** A YAML or JSON file of facts. */
  readonly factsFile?: string | undefined;
  /** Single facts, each as `NAME=VALUE`. */
  readonly facts?: readonly string[] | undefined;
}

/** How a node's catalog is compiled. */
export interface CompileRequest extends GivenFacts {
  readonly settings: Settings;
  readonly log: RunLog;
  /** Seconds after which compiling, and looking data up, is given up. */
  readonly timeout?: number | undefined;
  /** Resources, such as `File[/x]`, or parameters of them, such as `File[/x]/content`, that may have ciphertext. */
  readonly ciphertextAllowed?: readonly string[] | undefined;
  /** Put a placeholder where a value cannot be decrypted. */
  readonly stubSecrets?: boolean | undefined;
  /** Log, at level debug, how every lookup went. */
  readonly explainLookups?: boolean | undefined;
  /** What signals ask for; undefined where they end the program at once. */
  readonly interruption?: Interruption | undefined;
}

/** What is compiled: code, or what a path names, or what the settings name. */
export interface SiteRequest extends CompileRequest {
  /** A manifest, or a directory that is a site. */
  readonly target?: string | undefined;
  /** Code in place of manifests. */
  readonly code?: string | undefined;
}

/** What one run of `apply` is asked for. */
export interface RunRequest extends SiteRequest {
  readonly interruption: Interruption;
  /** A file with a compiled catalog; `-` is standard input. */
  readonly catalog?: string | undefined;
  /** An image is being built: services are not started. */
  readonly image?: boolean | undefined;
  readonly showDiff?: boolean | undefined;
  /** Write the classes and resources of the catalog down. */
  readonly listCatalog?: boolean | undefined;
  /** Handed each resource before its turn: its reference, how many came before it, and how many there are. */
  readonly progress?: ((reference: string, done: number, total: number) => void) | undefined;
  /** Where the numbers of the run are printed, when the settings want them. */
  readonly print?: ((text: string) => void) | undefined;
}
