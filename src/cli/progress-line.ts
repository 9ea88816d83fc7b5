import type { Terminal } from "./terminal.ts";

const PATIENCE_MS = 1000;
const REDRAW_MS = 100;
const CLEAR = "\r\u001b[K";

/**
 * A line at the bottom of a terminal that says which resource has its turn, once a run takes longer than a second.
 * Whatever else is written goes above it.
 */
export class ProgressLine {
  /** The terminal to write to while the line may be there. */
  readonly terminal: Terminal;
  readonly #below: Terminal;
  readonly #started = performance.now();
  #drawnAt = 0;
  #drawn = false;

  constructor(terminal: Terminal) {
    this.#below = terminal;
    this.terminal = {
      out: (text) => this.#above(() => terminal.out(text)),
      err: (text) => this.#above(() => terminal.err(text)),
      isTerminal: terminal.isTerminal,
    };
  }

  /** Say whose turn it is; drawn at most ten times a second, and only where a person looks. */
  show(reference: string, done: number, total: number): void {
    const now = performance.now();
    if (!this.#below.isTerminal || now - this.#started < PATIENCE_MS || now - this.#drawnAt < REDRAW_MS)
      return;
    this.#drawnAt = now;
    this.#drawn = true;
    this.#below.err(`${CLEAR}[${done + 1}/${total}] ${reference}`.slice(0, 100));
  }

  clear(): void {
    if (this.#drawn) this.#below.err(CLEAR);
    this.#drawn = false;
  }

  #above(write: () => void): void {
    this.clear();
    write();
  }
}
