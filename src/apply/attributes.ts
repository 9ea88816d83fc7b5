import { Failure } from "../diagnostics/failure.ts";
import type { AnyWanted, ResourceType } from "../resources/define.ts";
import type { Defaulted, Kind } from "../resources/kind.ts";
import { textOf } from "../resources/kind.ts";
import { Sensitive } from "../values/sensitive.ts";
import type { Value } from "../values/value.ts";
import { METAPARAMETERS } from "./metaparameters.ts";

/** A resource's attributes in the provider's form. */
export interface Attributes {
  readonly wanted: AnyWanted;
  readonly accepted: Map<string, readonly unknown[]>;
  readonly secret: Set<string>;
  readonly provider: string | undefined;
}

/** Where parsing an attribute failed, and why. */
export class AttributeFailure extends Error {
  readonly attribute: string;

  constructor(attribute: string, cause: Failure) {
    super(cause.issue.message, { cause });
    this.attribute = attribute;
  }
}

/** Check and convert what is given; `register` is told of every secret. */
export function parseAttributes(
  type: ResourceType,
  title: string,
  parameters: ReadonlyMap<string, Value>,
  register: (secret: string) => void,
): Attributes {
  const wanted: Record<string, unknown> = { ...fallbacksOf(type), title };
  const accepted = new Map<string, readonly unknown[]>();
  const secret = new Set<string>();
  for (const [name, value] of titleAttributes(type, title)) {
    if (!parameters.has(name)) wanted[name] = parse(name, kindOf(type, name), value);
  }
  for (const [name, given] of parameters) {
    if (given === null || METAPARAMETERS.has(name) || name === "provider") continue;
    const value = reveal(given, () => secret.add(name), register);
    const kind = kindOf(type, name);
    if (kind === undefined) throw new AttributeFailure(name, unknownAttribute(name));
    const values = parseState(name, kind, value, name in type.state);
    wanted[name] = values[0];
    if (values.length > 1) accepted.set(name, values);
  }
  wanted[type.key] ??= title;
  wanted.name = String(wanted[type.key]);
  const provider = providerOf(parameters.get("provider"));
  wanted.provider = provider;
  return { wanted: wanted as unknown as AnyWanted, accepted, secret, provider };
}

function providerOf(value: Value | undefined): string | undefined {
  return value === undefined || value === null ? undefined : textOf(value);
}

function unknownAttribute(name: string): Failure {
  return new Failure({
    code: "UNKNOWN_PARAMETER",
    severity: "error",
    message: `no parameter named '${name}'`,
  });
}

function kindOf(type: ResourceType, name: string): Kind<unknown> | undefined {
  return type.state[name] ?? type.settings[name] ?? (name === type.key ? (type.keyKind ?? KEY) : undefined);
}

const KEY: Kind<unknown> = { parse: (value) => value };

/** A state given as an array means any of its elements; an empty array means nothing is asked. */
function parseState(name: string, kind: Kind<unknown>, value: Value, state: boolean): unknown[] {
  if (state && !kind.many && Array.isArray(value)) return value.map((item: Value) => parse(name, kind, item));
  return [parse(name, kind, value)];
}

function parse(name: string, kind: Kind<unknown> | undefined, value: Value): unknown {
  return kind === undefined ? value : naming(name, () => kind.parse(value));
}

/** Do something with an attribute; its failure gets the attribute's name. */
export function naming<T>(attribute: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure) throw new AttributeFailure(attribute, error);
    throw error;
  }
}

/** The first title pattern that matches says which attributes the title gives. */
function titleAttributes(type: ResourceType, title: string): [string, Value][] {
  for (const { pattern, attributes } of type.titles ?? []) {
    const match = pattern.exec(title);
    if (match) return attributes.map((name, i) => [name, match[i + 1] ?? null]);
  }
  return [[type.key, title]];
}

const fallbacks = new WeakMap<ResourceType, Record<string, unknown>>();

function fallbacksOf(type: ResourceType): Record<string, unknown> {
  const known = fallbacks.get(type);
  if (known) return known;
  const found: Record<string, unknown> = {};
  for (const [name, kind] of [...Object.entries(type.settings), ...Object.entries(type.state)]) {
    if ("fallback" in kind) found[name] = (kind as Defaulted<unknown>).fallback;
  }
  fallbacks.set(type, found);
  return found;
}

/** The value within Sensitive, also within arrays. */
function reveal(value: Value, found: () => void, register: (secret: string) => void): Value {
  if (value instanceof Sensitive) {
    found();
    registerAll(value.value, register);
    return reveal(value.value, found, register);
  }
  if (Array.isArray(value) && value.some((item: Value) => item instanceof Sensitive)) {
    return value.map((item: Value) => reveal(item, found, register));
  }
  return value;
}

function registerAll(value: Value, register: (secret: string) => void): void {
  if (typeof value === "string") register(value);
  else if (Array.isArray(value)) for (const item of value) registerAll(item, register);
}
