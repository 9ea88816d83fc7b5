/** The states of a guard: what has come round again. */
export const SELF_RECURSION = { none: 0, inThis: 1, inThat: 2, inBoth: 3 } as const;

/**
 * Follows two things at once, "this" (a type) and "that" (a type or a value), and notices when either comes round
 * again, so that recursive aliases can be compared with each other and with recursive values.
 */
export class RecursionGuard {
  #state = 0;
  readonly #this = new Set<unknown>();
  readonly #that = new Set<unknown>();
  readonly #recursiveThis = new Set<unknown>();

  /** Whether `it` was met again while it was being followed as "this". */
  isRecursiveThis(it: unknown): boolean {
    return this.#recursiveThis.has(it);
  }

  /** Do something while `it` counts as "this"; the callback gets the state. */
  withThis<R>(it: unknown, body: (state: number) => R): R {
    if ((this.#state & SELF_RECURSION.inThis) === 0) {
      if (!this.#this.has(it)) return this.#entered(this.#this, it, SELF_RECURSION.inThis, body);
      this.#recursiveThis.add(it);
      this.#state |= SELF_RECURSION.inThis;
    }
    return body(this.#state);
  }

  /** Do something while `it` counts as "that"; the callback gets the state. */
  withThat<R>(it: unknown, body: (state: number) => R): R {
    if ((this.#state & SELF_RECURSION.inThat) === 0) {
      if (!this.#that.has(it)) return this.#entered(this.#that, it, SELF_RECURSION.inThat, body);
      this.#state |= SELF_RECURSION.inThat;
    }
    return body(this.#state);
  }

  /** Count `it` as "that" from now on; gives the state. */
  addThat(it: unknown): number {
    if ((this.#state & SELF_RECURSION.inThat) === 0) {
      if (this.#that.has(it)) this.#state |= SELF_RECURSION.inThat;
      else this.#that.add(it);
    }
    return this.#state;
  }

  #entered<R>(seen: Set<unknown>, it: unknown, bit: number, body: (state: number) => R): R {
    seen.add(it);
    const result = body(this.#state);
    this.#state &= ~bit;
    seen.delete(it);
    return result;
  }
}
