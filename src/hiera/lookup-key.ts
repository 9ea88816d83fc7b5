import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import type { Invocation } from "./invocation.ts";
import { lookupFail } from "./lookup-failure.ts";
import { type Segment, splitKey } from "./split-key.ts";
import { subLookup } from "./sub-lookup.ts";

/** A key taken apart: what files are searched for, and the way into the value found. */
export class LookupKey {
  static readonly lookupOptions = new LookupKey("lookup_options");
  readonly text: string;
  /** `a` of `a::b`: the module whose layer is searched. */
  readonly moduleName: string | undefined;
  readonly root: string;
  readonly segments: readonly Segment[];

  constructor(text: string) {
    const [root, ...rest] = splitKey(text) ?? lookupFail(`Syntax error in key: '${text}'`);
    this.text = text;
    this.root = String(root);
    this.segments = rest;
    const colons = this.root.indexOf("::");
    this.moduleName = colons < 0 ? undefined : this.root.slice(0, colons);
  }

  /** What the segments lead to in the value of the root key; undefined when there is nothing. */
  dig(invocation: Invocation, value: Value | undefined): Value | undefined {
    if (value === undefined || this.segments.length === 0) return value;
    return subLookup(this.text, invocation, this.segments, value);
  }

  /** A structure in which this key's segments lead to the value (the opposite of dig). */
  undig(value: Value): Value {
    return this.segments.reduceRight<Value>((inner, segment) => {
      if (typeof segment === "string") return Hash.from([[segment, inner]]);
      return [...Array<Value>(Number(segment)).fill(null), inner];
    }, value);
  }

  /** Root and segments, as data_dig functions receive them. */
  toArray(): Value[] {
    return [this.root, ...this.segments];
  }

  toString(): string {
    return this.text;
  }
}
