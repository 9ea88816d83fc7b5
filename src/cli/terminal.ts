/**
 * The rules of the terminal: results go to standard output; Puppet's Notice and Info lines too, its warnings and
 * errors to standard error; colours and progress only where a person looks. A closed pipe ends output silently.
 */
export interface Terminal {
  /** Write to standard output, as given. */
  out(text: string): void;
  /** Write to standard error, as given. */
  err(text: string): void;
  readonly isTerminal: boolean;
}

/** The process's own streams. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTerminal: process.stdout.isTTY === true,
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
