import type { Terminal } from "../report/terminal.ts";

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
  #drawnAt = Number.NEGATIVE_INFINITY;
  #text = "";
  #later: NodeJS.Timeout | undefined;
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
    if (!this.#below.isTerminal) return;
    this.#text = `[${done + 1}/${total}] ${reference}`.slice(0, 100);
    const wait = Math.max(this.#started + PATIENCE_MS, this.#drawnAt + REDRAW_MS) - performance.now();
    if (wait <= 0) this.#draw();
    else this.#later ??= setTimeout(() => this.#draw(), wait).unref();
  }

  clear(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    this.#erase();
  }

  /** A turn that takes long is drawn when its time has come, though nothing else happens meanwhile. */
  #draw(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    this.#drawnAt = performance.now();
    this.#drawn = true;
    this.#below.err(CLEAR + this.#text);
  }

  #erase(): void {
    if (this.#drawn) this.#below.err(CLEAR);
    this.#drawn = false;
  }

  #above(write: () => void): void {
    this.#erase();
    write();
  }
}
