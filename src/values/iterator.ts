import { materialize } from "./materialize.ts";
import { RichValue } from "./rich-value.ts";
import type { Type } from "./type.ts";
import type { Value } from "./value.ts";

let created = 0;

/**
 * A lazy view of something with a known number of elements (`step`, `reverse_each`): an element is asked for
 * only when it is reached, and views of views add no copies.
 */
export class Iterator extends RichValue {
  readonly typeName = "Iterator";
  readonly size: number;
  /** Whether each element is the `[key, value]` pair of a hash. */
  readonly hashStyle: boolean;
  readonly #at: (index: number) => Value;
  readonly #elementType: () => Type;
  readonly #identity = ++created;

  constructor(size: number, at: (index: number) => Value, elementType: () => Type, hashStyle = false) {
    super();
    this.size = size;
    this.hashStyle = hashStyle;
    this.#at = at;
    this.#elementType = elementType;
  }

  /** Every nth element, beginning with the first; pairs of a hash are then plain elements. */
  step(n: number): Iterator {
    if (n === 1) return this;
    return new Iterator(Math.ceil(this.size / n), (i) => this.#at(i * n), this.#elementType);
  }

  reversed(): Iterator {
    return new Iterator(this.size, (i) => this.#at(this.size - 1 - i), this.#elementType);
  }

  *[Symbol.iterator](): IterableIterator<Value> {
    for (let i = 0; i < this.size; i++) yield this.#at(i);
  }

  toArray(): Value[] {
    return materialize(this);
  }

  elementType(): Type {
    return this.#elementType();
  }

  /** An iterator equals only itself. */
  hashKey(): string {
    return `Iterator:${this.#identity}`;
  }

  toString(): string {
    return `Iterator[${this.#elementType().generalize()}]-Value`;
  }
}
