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
