import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from "yaml";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { parseYaml, type YamlText } from "./parse-yaml.ts";
import { ForbiddenClass, plainScalar } from "./plain-scalar.ts";
import { RubySymbol } from "./ruby-symbol.ts";
import { readSimpleYaml } from "./simple-yaml.ts";
import { forbiddenByTag, taggedScalar } from "./tags.ts";
import { YamlProblem } from "./yaml-problem.ts";

/**
 * The value of a YAML text as Puppet reads data: Psych's rules for scalars, symbols as keys become strings, the last
 * of equal keys wins, `<<` merges, and no Ruby object is made. Throws YamlProblem.
 */
export function readYaml(text: string): Value {
  return readSimpleYaml(text) ?? yamlValue(parseYaml(text));
}

/** The value of a text already parsed; throws YamlProblem. */
export function yamlValue(text: YamlText): Value {
  return new Construction(text).value(text.document.contents);
}

/**
 * The aliases of a text share one value, but whoever checks, prints or copies it takes every alias for a value of its
 * own: few lines can stand for more than any memory or time allows.
 */
const MOST_UNFOLDED = 10_000_000;
const TOO_MANY = `its aliases stand for more than ${MOST_UNFOLDED} values`;

/** Making values of one document's nodes; knows what its anchors stand for. */
class Construction {
  readonly #text: YamlText;
  readonly #anchors = new Map<string, Value>();
  readonly #open = new Set<string>();
  /** How many values each anchor stands for, with all aliases below it unfolded. */
  readonly #sizes = new Map<string, number>();
  #unfolded = 0;

  constructor(text: YamlText) {
    this.#text = text;
  }

  value(node: Node | null): Value {
    if (node === null) return null;
    if (isAlias(node)) return this.#alias(node, node.source);
    const before = this.#unfolded++;
    const anchor = (node as Scalar | YAMLMap).anchor;
    if (anchor !== undefined) this.#open.add(anchor);
    const value = this.#construct(node);
    if (anchor !== undefined) this.#close(anchor, value, before);
    return value;
  }

  #close(anchor: string, value: Value, before: number): void {
    this.#open.delete(anchor);
    this.#sizes.set(anchor, this.#unfolded - before);
    this.#anchors.set(anchor, value);
  }

  #alias(node: Node, name: string): Value {
    if (this.#open.has(name)) this.#fail(`Cyclic alias: ${name}`, node);
    const value = this.#anchors.get(name);
    if (value === undefined) return this.#fail(`Unknown alias: ${name}`, node);
    this.#unfolded += this.#sizes.get(name) ?? 0;
    if (this.#unfolded > MOST_UNFOLDED) this.#fail(TOO_MANY, node, true);
    return value;
  }

  #construct(node: Node): Value {
    const forbidden = forbiddenByTag(node);
    if (forbidden !== undefined) this.#forbid(forbidden, node);
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) {
      if (/omap$/.test(node.tag ?? "")) return this.#orderedMap(node.items as Node[]);
      return node.items.map((item) => this.value(item as Node | null));
    }
    return isScalar(node) ? this.#scalar(node) : null;
  }

  #scalar(node: Scalar): Value {
    const text = typeof node.value === "string" ? node.value : "";
    const quoted = node.type !== "PLAIN" && node.type !== undefined;
    const value = node.tag === undefined ? (quoted ? text : plainScalar(text)) : taggedScalar(node.tag, text);
    return value instanceof ForbiddenClass ? this.#forbid(value.name, node) : value;
  }

  #map(node: YAMLMap): Hash {
    const entries = new Map<Value, Value>();
    const compound: [Value, Value][] = [];
    for (const pair of node.items) {
      const keyNode = pair.key as Node | null;
      const key = keyOf(this.value(keyNode));
      const value = this.value(pair.value as Node | null);
      if (key === "<<" && isMergeKey(keyNode) && this.#merge(entries, pair.value as Node | null, value))
        continue;
      if (typeof key === "object" && key !== null) compound.push([key, value]);
      else entries.set(key, value);
    }
    return Hash.from(compound.length === 0 ? entries : [...entries, ...compound]);
  }

  /** `<<`: the entries of a hash, or of several of which the first wins, laid over what is there. */
  #merge(entries: Map<Value, Value>, node: Node | null, value: Value): boolean {
    const hashes = isSeq(node) && Array.isArray(value) ? [...(value as Value[])].reverse() : [value];
    if (!hashes.every((hash) => hash instanceof Hash)) return false;
    for (const hash of hashes as Hash[]) for (const [key, member] of hash) entries.set(key, member);
    return true;
  }

  #orderedMap(items: readonly Node[]): Hash {
    return Hash.from(items.flatMap((item) => [...(this.value(item) as Hash)].slice(0, 1)));
  }

  #forbid(name: string, node: Node): never {
    return this.#fail(`Tried to load unspecified class: ${name}`, node);
  }

  #fail(message: string, node: Node, syntax = false): never {
    const { line, col } = this.#text.lines.linePos(node.range?.[0] ?? 0);
    throw new YamlProblem(message, { line, column: col }, syntax);
  }
}

function keyOf(key: Value): Value {
  return key instanceof RubySymbol ? key.name : key;
}

function isMergeKey(node: Node | null): boolean {
  return isScalar(node) && node.tag !== "tag:yaml.org,2002:str";
}
