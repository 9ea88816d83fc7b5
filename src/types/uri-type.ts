import { matches } from "../values/equality.ts";
import { Hash } from "../values/hash.ts";
import { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import { Uri, type UriParts } from "../values/uri.ts";
import type { Value } from "../values/value.ts";

/** `URI`, or with a text or a hash the URIs whose parts match its parts. */
export class UriType extends Type {
  static readonly default = new UriType();
  readonly name = "URI";
  /** What the parts must match, as in a case expression; undefined for every URI. */
  readonly parameters: Hash | undefined;

  constructor(parameters?: Hash) {
    super();
    this.parameters = parameters?.size === 0 ? undefined : parameters;
  }

  /** The type of the URIs with the parts of a given one. */
  static of(uri: Uri): UriType {
    return new UriType(uriParameters(uri.parts));
  }

  isInstance(value: Value): boolean {
    if (!(value instanceof Uri)) return false;
    if (!this.parameters) return true;
    return [...this.parameters].every(([part, wanted]) => matches(uriPart(value, String(part)), wanted));
  }

  accepts(other: Type): boolean {
    if (!(other instanceof UriType)) return false;
    return [...(this.parameters ?? [])].every(([part, wanted]) => fits(other.parameters?.get(part), wanted));
  }

  override generalize(): Type {
    return UriType.default;
  }

  describe(format: TypeFormat): string {
    return format.of("URI", this.parameters ? [format.value(this.parameters)] : []);
  }
}

/** A part of a URI by Puppet's name; undef when absent. */
export function uriPart(uri: Uri, part: string): Value {
  return uri.parts[part as keyof UriParts] ?? null;
}

function fits(given: Value | undefined, wanted: Value): boolean {
  if (given === undefined) return false;
  return (
    matches(given, wanted) || (given instanceof Type && wanted instanceof Type && wanted.isAssignable(given))
  );
}

/** The parts that are there; the ports that http and https imply are left out. */
function uriParameters(parts: UriParts): Hash | undefined {
  const scheme = parts.scheme?.toLowerCase();
  const implied = (scheme === "http" && parts.port === 80n) || (scheme === "https" && parts.port === 443n);
  const port = implied || parts.port === undefined ? undefined : String(parts.port);
  const host = parts.host?.toLowerCase();
  const entries: [string, string | undefined][] = [
    ["scheme", scheme],
    ["userinfo", parts.userinfo],
    ["host", host || undefined],
    ["port", port],
    ["path", parts.path || undefined],
    ["query", parts.query],
    ["fragment", parts.fragment],
    ["opaque", parts.opaque],
  ];
  const there = entries.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return there.length === 0 ? undefined : Hash.from(there);
}
