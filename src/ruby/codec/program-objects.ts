import type { Scope } from "../../evaluate/scope.ts";
import type { Closure } from "../../values/closure.ts";
import type { RichValue } from "../../values/rich-value.ts";

/** Objects that Ruby knows by number only; the same object always has the same one. */
export class NumberedObjects<T extends object> {
  readonly #numbers = new Map<T, number>();
  readonly #objects = new Map<number, T>();
  #last = 0;

  numberOf(object: T): number {
    const known = this.#numbers.get(object);
    if (known !== undefined) return known;
    const number = ++this.#last;
    this.#numbers.set(object, number);
    this.#objects.set(number, object);
    return number;
  }

  get(number: number): T {
    const object = this.#objects.get(number);
    if (object === undefined) throw new Error("Ruby refers to something of an earlier compilation");
    return object;
  }

  /** Forget all; numbers are not used again. */
  clear(): void {
    this.#numbers.clear();
    this.#objects.clear();
  }
}

/** What of this program Ruby holds by number. */
export interface ProgramObjects {
  readonly scopes: NumberedObjects<Scope>;
  readonly closures: NumberedObjects<Closure>;
  readonly values: NumberedObjects<RichValue>;
  /** Which instance of Ruby there is now. */
  generation(): number;
}
