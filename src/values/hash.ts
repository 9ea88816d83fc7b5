import { compoundKey, hashKey } from "./hash-key.ts";
import type { Value } from "./value.ts";

/** A value not yet worked out; `undefined` once it is: there is no such entry after all. */
export class Later {
  readonly settle: () => Value | undefined;
  /** Whether it will be an array, which merges have to look into. */
  readonly array: boolean;
  constructor(settle: () => Value | undefined, array = false) {
    this.settle = settle;
    this.array = array;
  }
}

/** Keys of a lazy hash that only come out by looking for them. */
export interface FurtherKeys {
  /** Whether there may be this one, as far as is known without looking. */
  mayHave(key: string): boolean;
  find(): Iterable<string>;
}

/**
 * A Puppet Hash: immutable, insertion-ordered, keyed by any value. Keys are equal as in Ruby's `eql?`: `1` and
 * `1.0` differ, strings are case-sensitive, arrays and hashes compare by content.
 */
export class Hash {
  static readonly empty = new Hash(new Map(), new Map());
  readonly #values: Map<unknown, Value | Later>;
  /** The original of each key whose hash key is not the key itself (arrays, hashes, types, rich values). */
  readonly #compound: ReadonlyMap<unknown, Value>;
  #allSettled: boolean;
  /** What else may be there; undefined once it was looked for. */
  #further:
    | {
        readonly mayHave: (key: string) => boolean;
        readonly find: () => readonly (readonly [string, Later])[];
      }
    | undefined;
  /** Whether every key is there for sure, though values may not be worked out yet. */
  readonly #keysCertain: boolean;

  private constructor(
    values: Map<unknown, Value | Later>,
    compound: ReadonlyMap<unknown, Value>,
    settled = true,
    keysCertain = settled,
  ) {
    this.#values = values;
    this.#compound = compound;
    this.#allSettled = settled;
    this.#keysCertain = keysCertain;
  }

  /** Later entries replace earlier ones with an equal key, in the earlier one's place. */
  static from(entries: Iterable<readonly [Value, Value]>): Hash {
    const values = new Map<unknown, Value>();
    const compound = new Map<unknown, Value>();
    for (const [key, value] of entries) {
      const id = hashKey(key);
      if (id !== key && !compound.has(id)) compound.set(id, key);
      values.set(id, value);
    }
    return new Hash(values, compound);
  }

  /** A hash with the own properties of a plain object as String keys. */
  static of(object: Readonly<Record<string, Value>>): Hash {
    return Hash.from(Object.entries(object));
  }

  /**
   * A hash whose values are worked out when first asked for; the keys are known from the start. A key whose value
   * turns out `undefined` was not there: asking for one key settles that key, counting or listing settles all.
   */
  static lazy(
    keys: Iterable<string>,
    settle: (key: string) => Value | undefined,
    further?: FurtherKeys,
  ): Hash {
    const later = (all: Iterable<string>) =>
      [...all].map((key) => [key, new Later(() => settle(key))] as const);
    const hash = new Hash(new Map<unknown, Value | Later>(later(keys)), new Map(), false);
    if (further !== undefined)
      hash.#further = { mayHave: further.mayHave, find: () => later(further.find()) };
    return hash;
  }

  /**
   * A hash of which some values are worked out when first asked for, such as those that have to be decrypted. All
   * keys are there: `settle` never gives `undefined`, and counting or listing keys settles nothing.
   */
  static withLater(entries: Iterable<readonly [Value, Value | Later]>): Hash {
    const values = new Map<unknown, Value | Later>();
    const compound = new Map<unknown, Value>();
    for (const [key, value] of entries) {
      const id = hashKey(key);
      if (id !== key && !compound.has(id)) compound.set(id, key);
      values.set(id, value);
    }
    return new Hash(values, compound, false, true);
  }

  get size(): number {
    this.#settleKeys();
    return this.#values.size;
  }

  /** The value at a key; `undefined` when there is no such key (undef values are `null`). */
  get(key: Value): Value | undefined {
    return this.#settled(hashKey(key));
  }

  has(key: Value): boolean {
    const id = hashKey(key);
    if (!this.#keysCertain) this.#settled(id);
    return this.#values.has(id);
  }

  *entries(): IterableIterator<[Value, Value]> {
    this.#settleAll();
    for (const id of this.#values.keys()) yield [this.#original(id), this.#settled(id) as Value];
  }

  [Symbol.iterator](): IterableIterator<[Value, Value]> {
    return this.entries();
  }

  *keys(): IterableIterator<Value> {
    this.#settleKeys();
    for (const id of this.#values.keys()) yield this.#original(id);
  }

  *values(): IterableIterator<Value> {
    this.#settleAll();
    for (const id of this.#values.keys()) yield this.#settled(id) as Value;
  }

  /** The keys without working anything out: some of a lazy hash may turn out not to be there. */
  *possibleKeys(): IterableIterator<Value> {
    for (const id of this.#values.keys()) yield this.#original(id);
  }

  /** The entries, with values that are not worked out left so; a lazy hash is settled first. */
  *entriesWithLater(): IterableIterator<[Value, Value | Later]> {
    this.#settleKeys();
    for (const [id, value] of this.#values) yield [this.#original(id), value];
  }

  /** Whether every key is there for sure, though values may not be worked out yet. */
  get keysCertain(): boolean {
    return this.#keysCertain;
  }

  /** Whether some value is not worked out yet. */
  get hasLater(): boolean {
    return !this.#allSettled && [...this.#values.values()].some((value) => value instanceof Later);
  }

  /** This hash with another's entries laid over it (Puppet's `+`). */
  merge(other: Hash): Hash {
    if (this.#allSettled && other.#allSettled) return Hash.from([...this.entries(), ...other.entries()]);
    return Hash.withLater([...this.entriesWithLater(), ...other.entriesWithLater()]);
  }

  /** This hash without the given keys. */
  without(keys: Iterable<Value>): Hash {
    const gone = new Set([...keys].map(hashKey));
    return Hash.from([...this.entries()].filter(([key]) => !gone.has(hashKey(key))));
  }

  /** Equality and identity as a hash key; the order of entries does not matter. */
  hashKey(): string {
    const entries = [...this.entries()].map(([key, value]) => `${compoundKey(key)}=>${compoundKey(value)}`);
    return `{${entries.sort().join(",")}}`;
  }

  #settled(id: unknown): Value | undefined {
    if (typeof id === "string" && this.#further?.mayHave(id) && !this.#values.has(id)) this.#findFurther();
    const value = this.#values.get(id);
    if (!(value instanceof Later)) return value;
    const settled = value.settle();
    if (settled === undefined) this.#values.delete(id);
    else this.#values.set(id, settled);
    return settled;
  }

  #findFurther(): void {
    const found = this.#further?.find() ?? [];
    this.#further = undefined;
    for (const [key, value] of found) if (!this.#values.has(key)) this.#values.set(key, value);
  }

  #settleAll(): void {
    if (this.#allSettled) return;
    this.#findFurther();
    this.#allSettled = true;
    for (const id of [...this.#values.keys()]) this.#settled(id);
  }

  #settleKeys(): void {
    if (!this.#keysCertain) this.#settleAll();
  }

  #original(id: unknown): Value {
    const compound = this.#compound.get(id);
    return compound === undefined ? (id as Value) : compound;
  }
}
