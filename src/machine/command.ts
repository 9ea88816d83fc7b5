/** A command for a machine to run. */
export interface Command {
  /** The program and its arguments; no shell is involved. */
  readonly argv: readonly string[];
  readonly cwd?: string | undefined;
  /** Variables laid over this process's environment; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Name or number of the user to run as. */
  readonly user?: string | undefined;
  readonly group?: string | undefined;
  readonly umask?: number | undefined;
  /** Seconds until the command and all its children are stopped; 0 or undefined: never. */
  readonly timeout?: number | undefined;
  /** When aborted, the command and all its children are stopped. */
  readonly signal?: AbortSignal | undefined;
  /** Text for the command's standard input; undefined: empty. */
  readonly input?: string | undefined;
  /** Keep standard error apart from standard output instead of in one stream. */
  readonly apart?: boolean | undefined;
}

/** How a command ended. */
export interface CommandResult {
  /** 128 + n when signal n ended it; 1 when it could not be started. */
  readonly code: number;
  /** Standard output, with standard error among it unless kept apart. */
  readonly output: string;
  /** Standard error when kept apart, otherwise empty. */
  readonly errors: string;
  readonly timedOut: boolean;
  /** It was stopped because its signal was aborted. */
  readonly interrupted?: boolean | undefined;
  /** Why it could not be started. */
  readonly trouble?: string | undefined;
}
