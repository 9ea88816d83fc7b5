import { Hash, Later } from "../../values/hash.ts";
import { hashKey } from "../../values/hash-key.ts";
import type { Value } from "../../values/value.ts";

/** Data that deep_merge changes in place, as the Ruby library it follows does: which array is which matters there. */
export type Mutable = Exclude<Value, readonly Value[] | Hash> | MutableArray | MutableHash | Later;

export class MutableArray {
  items: Mutable[];
  constructor(items: Mutable[]) {
    this.items = items;
  }

  /** Remove every item equal to the given one. */
  delete(item: Mutable): void {
    const key = mutableKey(item);
    this.items = this.items.filter((other) => mutableKey(other) !== key);
  }

  /**
   * Ruby's `delete_if`, with its behaviour when the test itself removes items from this array: positions are
   * counted on, so what moved into a passed position stays.
   */
  deleteIf(test: (item: Mutable) => boolean): void {
    let read = 0;
    let kept = 0;
    for (; read < this.items.length; read++) {
      const item = this.items[read] as Mutable;
      if (test(item)) continue;
      if (read !== kept) this.items[kept] = item;
      kept++;
    }
    if (kept < this.items.length) this.items = [...this.items.slice(0, kept), ...this.items.slice(read)];
  }
}

export class MutableHash {
  readonly entries: Map<unknown, { readonly key: Value; value: Mutable }>;
  constructor(entries: Map<unknown, { readonly key: Value; value: Mutable }>) {
    this.entries = entries;
  }

  get(key: Value): Mutable | undefined {
    return this.entries.get(hashKey(key))?.value;
  }

  set(key: Value, value: Mutable): void {
    const id = hashKey(key);
    const entry = this.entries.get(id);
    if (entry) entry.value = value;
    else this.entries.set(id, { key, value });
  }
}

/** A deep copy that can be changed. */
export function thaw(value: Value): Mutable {
  if (Array.isArray(value)) return new MutableArray((value as readonly Value[]).map(thaw));
  if (!(value instanceof Hash)) return value as Exclude<Value, readonly Value[] | Hash>;
  return new MutableHash(
    new Map(
      [...value.entriesWithLater()].map(([key, member]) => [
        hashKey(key),
        { key, value: thawMember(member) },
      ]),
    ),
  );
}

/** A text that is not decrypted yet can only be kept or replaced as a whole; an array is looked into. */
function thawMember(member: Value | Later): Mutable {
  if (!(member instanceof Later)) return thaw(member);
  return member.array ? thaw(member.settle() ?? null) : member;
}

/** The value that changed data has become. */
export function freeze(value: Mutable): Value {
  if (value instanceof MutableArray) return value.items.map(freeze);
  if (value instanceof Later) return value.settle() ?? null;
  if (!(value instanceof MutableHash)) return value;
  const entries = [...value.entries.values()].map(({ key, value: member }): [Value, Value | Later] => [
    key,
    member instanceof Later ? member : freeze(member),
  ]);
  return entries.some(([, member]) => member instanceof Later)
    ? Hash.withLater(entries)
    : Hash.from(entries as [Value, Value][]);
}

/** A copy whose members are shared, as Ruby's `dup` makes. */
export function duplicate(value: Mutable): Mutable {
  if (value instanceof MutableArray) return new MutableArray([...value.items]);
  if (!(value instanceof MutableHash)) return value;
  return new MutableHash(new Map([...value.entries].map(([id, entry]) => [id, { ...entry }])));
}

/** Equal data gives equal keys. */
export function mutableKey(value: Mutable): unknown {
  return value instanceof MutableArray || value instanceof MutableHash
    ? hashKey(freeze(value))
    : hashKey(value instanceof Later ? freeze(value) : value);
}
