import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";

/** What a fact is collected as: data with plain objects; members that are `undefined` are not there. */
export type Plain =
  | null
  | undefined
  | string
  | bigint
  | number
  | boolean
  | Hash
  | readonly Plain[]
  | { readonly [name: string]: Plain };

/** Plain data as a Puppet value; `undefined` stays `undefined`. */
export function toValue(plain: Plain): Value | undefined {
  if (typeof plain !== "object" || plain === null || plain instanceof Hash) return plain;
  if (Array.isArray(plain)) return plain.map((member) => toValue(member) ?? null);
  const entries: [string, Value][] = [];
  for (const [name, member] of Object.entries(plain)) {
    const value = toValue(member);
    if (value !== undefined) entries.push([name, value]);
  }
  return Hash.from(entries);
}
