import { floatToText } from "../../values/float-text.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { Emitter } from "./emitter.ts";
import { RubySymbol } from "./ruby-symbol.ts";
import { analyze, psychStyle } from "./scalar-style.ts";

/** Options of Ruby's `to_yaml`. */
export interface YamlOptions {
  /** Spaces per level, 2 by default. */
  readonly indentation?: number | undefined;
  /** The column behind which lines are broken, 80 by default; -1: never. A longer string is folded when it is given. */
  readonly lineWidth?: number | undefined;
  /** Hashes and arrays that get an anchor (`&1`) where they are met first, and an alias (`*1`) afterwards. */
  readonly shared?: ReadonlySet<unknown> | undefined;
}

/** The length from which a key is written behind `?` (libyaml's check for simple keys). */
const SIMPLE_KEY = 128;

/** A value as a YAML document the way Ruby's `to_yaml` writes it: Psych 4 over libyaml 0.2.5. */
export function writeYaml(value: Value, options: YamlOptions = {}): string {
  return new Writer(options).document(value);
}

class Writer {
  readonly #emitter: Emitter;
  readonly #lineWidth: number | undefined;
  readonly #shared: ReadonlySet<unknown>;
  readonly #anchors = new Map<unknown, number>();

  constructor({ indentation = 2, lineWidth, shared = new Set() }: YamlOptions) {
    const width = lineWidth ?? 80;
    // libyaml takes a width that leaves no room as 80.
    const best = width >= 0 && width <= indentation * 2 ? 80 : width;
    this.#emitter = new Emitter(indentation, best < 0 ? Number.POSITIVE_INFINITY : best);
    this.#lineWidth = lineWidth === undefined || lineWidth < 0 ? undefined : lineWidth;
    this.#shared = shared;
  }

  document(value: Value): string {
    this.#emitter.indicator("---", true);
    this.#node(value, -1, "root");
    this.#emitter.lineEnd();
    return this.#emitter.text;
  }

  /** A node of a collection whose entries are at column `indent`. */
  #node(value: Value, indent: number, context: "root" | "key" | "hash" | "array"): void {
    if (this.#alias(value)) return;
    if (value instanceof Hash && value.size > 0) this.#hash(value, this.#deeper(indent));
    else if (Array.isArray(value) && value.length > 0) {
      const sameColumn = context === "hash" && !this.#emitter.indention;
      this.#array(value, sameColumn ? indent : this.#deeper(indent));
    } else
      this.#scalar(
        value,
        indent < 0 ? this.#emitter.indentation : indent + this.#emitter.indentation,
        context === "key",
      );
  }

  #deeper(indent: number): number {
    return indent < 0 ? 0 : indent + this.#emitter.indentation;
  }

  #hash(hash: Hash, indent: number): void {
    for (const [key, value] of hash) {
      this.#emitter.indent(indent);
      if (isSimpleKey(key)) {
        this.#node(key, indent, "key");
        this.#emitter.indicator(":", false);
      } else {
        this.#emitter.indicator("?", true, { indention: true });
        this.#node(key, indent, "hash");
        this.#emitter.indent(indent);
        this.#emitter.indicator(":", true, { indention: true });
      }
      this.#node(value, indent, "hash");
    }
  }

  #array(values: readonly Value[], indent: number): void {
    for (const value of values) {
      this.#emitter.indent(indent);
      this.#emitter.indicator("-", true, { indention: true });
      this.#node(value, indent, "array");
    }
  }

  #scalar(value: Value, indent: number, isKey: boolean): void {
    const emitter = this.#emitter;
    if (value instanceof Hash) emitter.indicator("{}", true);
    else if (Array.isArray(value)) emitter.indicator("[]", true);
    else if (typeof value === "string") this.#string(value, indent, isKey);
    else if (value === null && isKey) emitter.indicator("! ''", true);
    else emitter.scalar(plainText(value), "plain", indent, isKey);
  }

  #string(text: string, indent: number, isKey: boolean): void {
    if (text === "<<") this.#emitter.indicator("!!str", true);
    this.#emitter.scalar(text, psychStyle(text, this.#lineWidth), indent, isKey);
  }

  /** Whether an alias was written for a value met before; its first time an anchor is. */
  #alias(value: Value): boolean {
    if (!this.#shared.has(value)) return false;
    const known = this.#anchors.get(value);
    if (known !== undefined) {
      this.#emitter.indicator(`*${known}`, true);
      return true;
    }
    this.#anchors.set(value, this.#anchors.size + 1);
    this.#emitter.indicator(`&${this.#anchors.size}`, true);
    return false;
  }
}

function plainText(value: Exclude<Value, string>): string {
  if (value === null) return "";
  if (value instanceof RubySymbol) return `:${value.name}`;
  return typeof value === "number" ? floatText(value) : rubyText(value);
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (Number.isFinite(value)) return floatToText(value);
  return value > 0 ? ".inf" : "-.inf";
}

/** Whether a key can be written in front of its colon on one line. */
function isSimpleKey(key: Value): boolean {
  if (key instanceof Hash) return key.size === 0;
  if (Array.isArray(key)) return key.length === 0;
  if (typeof key !== "string") return true;
  const tag = key === "<<" ? "!!str".length : 0;
  return !analyze(key).multiline && Buffer.byteLength(key) + tag <= SIMPLE_KEY;
}
