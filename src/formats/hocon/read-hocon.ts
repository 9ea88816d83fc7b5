import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { type HoconFields, type HoconNode, HoconProblem } from "./node.ts";
import { parseHocon } from "./parse-hocon.ts";

/** The value of a HOCON text, its substitutions resolved (from the text, else the process environment). */
export function readHocon(text: string, environment: Readonly<Record<string, string | undefined>>): Value {
  const root = parseHocon(text);
  return new Resolution(text, root, environment).value(root) ?? null;
}

/** Working out one text; remembers which settings of fields are being worked out, for `${x}` within x. */
class Resolution {
  readonly #text: string;
  readonly #root: HoconNode;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #open = new Set<HoconNode>();

  constructor(text: string, root: HoconNode, environment: Readonly<Record<string, string | undefined>>) {
    this.#text = text;
    this.#root = root;
    this.#environment = environment;
  }

  /** undefined: an optional substitution without a value. */
  value(node: HoconNode): Value | undefined {
    if (node.kind === "literal") return node.value;
    if (node.kind === "object") return this.#object(node.fields);
    if (node.kind === "array")
      return node.items.map((item) => this.value(item)).filter((item) => item !== undefined);
    if (node.kind === "concatenation") return this.#joined(node.parts);
    return this.#substituted(node);
  }

  #object(fields: HoconFields): Hash {
    const entries: [Value, Value][] = [];
    for (const [key, history] of fields) {
      const value = this.#field(history);
      if (value !== undefined) entries.push([key, value]);
    }
    return Hash.from(entries);
  }

  /** The last setting of a field; objects are laid over the objects before them. */
  #field(history: readonly HoconNode[]): Value | undefined {
    let result: Hash | undefined;
    for (const node of [...history].reverse()) {
      const value = this.#guarded(node);
      if (value === undefined) continue;
      if (!(value instanceof Hash)) return result ?? value;
      result = result === undefined ? value : layered(value, result);
    }
    return result;
  }

  #guarded(node: HoconNode): Value | undefined {
    this.#open.add(node);
    try {
      return this.value(node);
    } finally {
      this.#open.delete(node);
    }
  }

  #substituted(node: Extract<HoconNode, { kind: "substitution" }>): Value | undefined {
    const value = this.#field(this.#settings(node.path)) ?? this.#environment[node.path.join(".")];
    if (value !== undefined || node.optional) return value;
    const name = node.path.join(".");
    throw new HoconProblem(`Could not resolve substitution to a value: \${${name}}`, this.#text, node.at);
  }

  /** Every setting of a path, oldest first; of a field being worked out, those before the one in work. */
  #settings(path: readonly string[]): HoconNode[] {
    let level: readonly HoconNode[] = [this.#root];
    for (const key of path) level = level.flatMap((node) => this.#fieldsOf(node).get(key) ?? []);
    const inWork = level.findIndex((node) => this.#open.has(node));
    return inWork < 0 ? [...level] : level.slice(0, inWork);
  }

  #fieldsOf(node: HoconNode): HoconFields {
    if (node.kind === "object") return node.fields;
    if (node.kind !== "substitution") return new Map();
    return new Map(this.#settings(node.path).flatMap((inner) => [...this.#fieldsOf(inner)]));
  }

  #joined(parts: readonly HoconNode[]): Value | undefined {
    const values = parts.map((part) => this.value(part));
    const solid = values.filter((value) => value !== undefined && !isBlank(value));
    if (solid.every((value) => value === undefined)) return undefined;
    if (solid.every((value) => value instanceof Hash)) return (solid as Hash[]).reduce(layered);
    if (solid.every((value) => Array.isArray(value))) return (solid as Value[][]).flat();
    return values.map((value) => rubyText(value ?? null)).join("");
  }
}

function isBlank(value: Value): boolean {
  return typeof value === "string" && /^\s+$/.test(value);
}

function layered(low: Hash, high: Hash): Hash {
  const entries = [...high].map(([key, value]): [Value, Value] => {
    const below = low.get(key);
    return [key, value instanceof Hash && below instanceof Hash ? layered(below, value) : value];
  });
  return low.merge(Hash.from(entries));
}
