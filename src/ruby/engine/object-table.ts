/** Objects by number, for the other side of a boundary; numbers given back are used again. 0 is no object. */
export class ObjectTable<T> {
  #objects: (T | undefined)[];
  #free: number[];

  constructor({ objects, free }: ObjectTableState<T> = { objects: [undefined], free: [] }) {
    this.#objects = objects.map((object) => object ?? undefined);
    this.#free = [...free];
  }

  add(object: T): number {
    const number = this.#free.pop() ?? this.#objects.length;
    this.#objects[number] = object;
    return number;
  }

  get(number: number): T | undefined {
    return this.#objects[number];
  }

  /** Forget an object; gives what it was. */
  remove(number: number): T | undefined {
    const object = this.#objects[number];
    this.#objects[number] = undefined;
    this.#free.push(number);
    return object;
  }

  state(): ObjectTableState<T> {
    return { objects: this.#objects.map((object) => object ?? null), free: this.#free };
  }
}

/** What a table consists of, as plain data; no object is `null` or `undefined`. */
export interface ObjectTableState<T> {
  readonly objects: readonly (T | null | undefined)[];
  readonly free: readonly number[];
}
