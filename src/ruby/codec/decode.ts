import { fail } from "../../diagnostics/failure.ts";
import { ClassType } from "../../types/class-type.ts";
import { ResourceType } from "../../types/resource-type.ts";
import { Binary } from "../../values/binary.ts";
import type { Closure } from "../../values/closure.ts";
import { DEFAULT } from "../../values/default.ts";
import { Hash } from "../../values/hash.ts";
import { Regexp } from "../../values/regexp.ts";
import { RubyObject } from "../../values/ruby-object.ts";
import { SemVer } from "../../values/sem-ver.ts";
import { SemVerRange } from "../../values/sem-ver-range.ts";
import { Sensitive } from "../../values/sensitive.ts";
import { Timespan } from "../../values/timespan.ts";
import { Timestamp } from "../../values/timestamp.ts";
import type { Type } from "../../values/type.ts";
import { Uri } from "../../values/uri.ts";
import type { Value } from "../../values/value.ts";
import type { Wire } from "../engine/session.ts";
import type { Crossing } from "./encode.ts";
import type { ProgramObjects } from "./program-objects.ts";

type Tagged = {
  readonly $: string;
  readonly v: Wire;
  readonly class?: string;
  readonly text?: string;
  readonly arity?: number;
};

/** What values from Ruby are made with besides themselves. */
export interface Decoding {
  readonly objects: ProgramObjects;
  parseType(text: string): Type;
  /** A block of Ruby as something to call. */
  block(number: number, arity: number): Closure;
}

/** The value that the channel has as `wire`. */
export function decode(wire: Wire, decoding: Decoding): Value {
  switch (typeof wire) {
    case "number":
      return BigInt(wire);
    case "object":
      return wire === null ? null : decodeObject(wire, decoding);
    default:
      return wire;
  }
}

/** As `decode`, and scopes and lambdas too: what arguments of calls may be. */
export function decodeArgument(wire: Wire, decoding: Decoding): Crossing {
  if (!isTagged(wire)) return decode(wire, decoding);
  const { objects } = decoding;
  if (wire.$ === "scope") return objects.scopes.get(Number(wire.v));
  if (wire.$ === "closure") return objects.closures.get(Number(wire.v));
  return wire.$ === "block" ? decoding.block(Number(wire.v), wire.arity ?? -1) : decode(wire, decoding);
}

function isTagged(wire: Wire): wire is Tagged & Wire {
  return typeof wire === "object" && wire !== null && "$" in wire;
}

function decodeObject(wire: Exclude<Wire, null | boolean | number | string>, decoding: Decoding): Value {
  if (Array.isArray(wire)) return wire.map((member) => decode(member, decoding));
  if (isTagged(wire)) return DECODERS[wire.$]?.(wire.v, wire, decoding) ?? unknown(wire);
  return Hash.from(Object.entries(wire).map(([key, value]) => [key, decode(value, decoding)]));
}

function unknown({ $, v }: Tagged): never {
  return fail("RUBY_VALUE", `Ruby handed over something that is no value here: ${$} ${JSON.stringify(v)}`);
}

const DECODERS: Readonly<Record<string, (v: Wire, tagged: Tagged, decoding: Decoding) => Value>> = {
  symbol: (v) => RubyObject.symbol(String(v)),
  default: () => DEFAULT,
  integer: (v) => BigInt(String(v)),
  float: (v) => Number(v),
  hash: (v, _, decoding) =>
    Hash.from((v as [Wire, Wire][]).map(([k, m]) => [decode(k, decoding), decode(m, decoding)])),
  bytes: () => fail("RUBY_VALUE", "A String that is not UTF-8 cannot be a value of the Puppet language"),
  regexp: (v) => new Regexp(...(v as [string, number])),
  sensitive: (v, _, decoding) => new Sensitive(decode(v, decoding)),
  binary: (v) => Binary.fromBase64(String(v)),
  timestamp: (v) => new Timestamp(BigInt(String(v))),
  timespan: (v) => new Timespan(BigInt(String(v))),
  version: (v) => SemVer.parse(String(v)),
  range: (v) => SemVerRange.parse(String(v)),
  uri: (v) => Uri.parse(String(v)),
  type: (v, _, decoding) => decoding.parseType(String(v)),
  reference: (v) => reference(v as [string, string | null]),
  program: (v, _, { objects }) => objects.values.get(Number(v)),
  ruby: (v, tagged, { objects }) =>
    new RubyObject(tagged.class ?? "Object", tagged.text ?? "", {
      generation: objects.generation(),
      number: Number(v),
    }),
};

function reference([type, title]: readonly [string, string | null]): Type {
  if (type !== "class") return new ResourceType(type, title ?? undefined);
  return new ClassType(title === null ? undefined : title.replace(/^::/, "").toLowerCase());
}
