import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import type { Invocation } from "../invocation.ts";
import { globalLookup, variable } from "./methods.ts";
import { checkExpression, type Expression, parseTemplate, type Template } from "./template.ts";

const START = "%{";

/**
 * Resolve every `%{...}` in a value, keys of hashes included (Puppet::Pops::Lookup::Interpolation). Values without
 * any come back as they are. `allowMethods`: whether `%{lookup('x')}` and such may be used, as in data.
 */
export function interpolate(value: Value, invocation: Invocation, allowMethods: boolean): Value {
  if (typeof value === "string") {
    return value.includes(START) ? interpolateText(value, invocation, allowMethods) : value;
  }
  if (!Array.isArray(value) && !(value instanceof Hash)) return value;
  if (!invocation.layers.templates.interpolates(value)) return value;
  if (Array.isArray(value)) return value.map((item) => interpolate(item, invocation, allowMethods));
  return interpolateHash(value as Hash, invocation, allowMethods);
}

function interpolateHash(hash: Hash, invocation: Invocation, allowMethods: boolean): Hash {
  const entries = [...hash].map(([key, member]): [Value, Value] => [
    interpolate(key, invocation, allowMethods),
    interpolate(member, invocation, allowMethods),
  ]);
  return Hash.from(entries);
}

/** A string with its interpolations resolved; anything at all when it is one `%{alias('x')}`. */
function interpolateText(subject: string, invocation: Invocation, allowMethods: boolean): Value {
  const { parts } = invocation.layers.templates.of(subject);
  return invocation.with({ kind: "interpolate", expression: subject }, () => {
    let text = "";
    for (const part of parts) {
      if (typeof part === "string") text += part;
      if (typeof part !== "object") continue;
      checkExpression(part, parts.length === 1, allowMethods);
      if (part.method === "alias") return resolve(part, invocation, subject) ?? null;
      text += partText(part, invocation, subject, allowMethods);
    }
    return text;
  });
}

function partText(part: Expression, invocation: Invocation, subject: string, allowMethods: boolean): string {
  const value = resolve(part, invocation, subject);
  const name = part.method === "scope" ? `scope:${part.key}` : part.key;
  return rubyText(invocation.check(name, () => interpolate(value ?? null, invocation, allowMethods)));
}

function resolve(part: Expression, invocation: Invocation, subject: string): Value | undefined {
  if (part.method === "literal") return part.key;
  if (part.method === "scope") return variable(part.key, part.segments, invocation, subject);
  return globalLookup(part.key, invocation);
}

/** Strings taken apart once, and which arrays and hashes contain interpolations at all. */
export class Templates {
  readonly #templates = new Map<string, Template>();
  readonly #interpolating = new WeakMap<object, boolean>();

  of(subject: string): Template {
    const known = this.#templates.get(subject);
    if (known) return known;
    const template = parseTemplate(subject);
    this.#templates.set(subject, template);
    return template;
  }

  interpolates(value: Value): boolean {
    if (typeof value === "string") return value.includes(START);
    if (!Array.isArray(value) && !(value instanceof Hash)) return false;
    const known = this.#interpolating.get(value as object);
    if (known !== undefined) return known;
    const answer = Array.isArray(value)
      ? this.#anyOf(value)
      : this.#anyOf(value.keys()) || this.#anyOf(value.values());
    this.#interpolating.set(value as object, answer);
    return answer;
  }

  #anyOf(values: Iterable<Value>): boolean {
    for (const value of values) if (this.interpolates(value)) return true;
    return false;
  }
}
