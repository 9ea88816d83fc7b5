import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { dumpScalar } from "./dump-scalar.ts";
import { RubySymbol } from "./ruby-symbol.ts";

const SIMPLE_KEY = 128;

/** A value as YAML the way Ruby's `to_yaml` writes it: what `puppet lookup` and `to_yaml` print. */
export function dumpYaml(value: Value): string {
  return new Dump().document(value);
}

/** A value with the anchors (`&1`, `*1`) that `to_yaml` gives to the very same hash or array met again. */
export function dumpYamlWithAnchors(value: Value, shared: ReadonlySet<unknown>): string {
  return new Dump(shared).document(value);
}

class Dump {
  readonly #shared: ReadonlySet<unknown>;
  readonly #anchors = new Map<unknown, number>();

  constructor(shared: ReadonlySet<unknown> = new Set()) {
    this.#shared = shared;
  }

  document(value: Value): string {
    const text = isBlock(value) ? `---${this.#block(value, 0, false)}` : `---${this.#after(value, 0, 3)}`;
    return text.endsWith("\n\n") ? `${text}...\n` : text;
  }

  /** A non-empty hash or array, from the end of the line before it. */
  #block(value: Value, indent: number, inHash: boolean): string {
    const alias = this.#anchor(value);
    if (alias.startsWith(" *")) return `${alias}\n`;
    const deeper = inHash && value instanceof Hash ? indent + 2 : indent;
    return `${alias}\n${this.#members(value, deeper)}`;
  }

  #members(value: Value, indent: number): string {
    if (value instanceof Hash)
      return [...value].map(([key, member]) => this.#entry(key, member, indent)).join("");
    return (value as readonly Value[]).map((item) => this.#item(item, indent)).join("");
  }

  #entry(key: Value, value: Value, indent: number): string {
    const pad = " ".repeat(indent);
    if (typeof key === "string" && (key.includes("\n") || key.length > SIMPLE_KEY)) {
      const name = this.#leaf(key, indent + 2, indent + 2, false);
      return `${pad}? ${name}\n${pad}:${this.#after(value, indent, indent + 1)}`;
    }
    const name = key === null ? "! ''" : this.#leaf(key, indent, indent, true);
    return `${pad}${name}:${this.#after(value, indent, indent + name.length + 1)}`;
  }

  #item(value: Value, indent: number): string {
    const pad = " ".repeat(indent);
    if (!isBlock(value)) return `${pad}-${this.#after(value, indent, indent + 1)}`;
    const alias = this.#anchor(value);
    if (alias !== "")
      return `${pad}-${alias}\n${alias.startsWith(" *") ? "" : this.#members(value, indent + 2)}`;
    return `${pad}- ${this.#members(value, indent + 2).slice(indent + 2)}`;
  }

  /** What follows a colon or dash, to the end of the line or the block. */
  #after(value: Value, indent: number, column: number): string {
    if (isBlock(value)) return this.#block(value, indent, true);
    const text = this.#leaf(value, column + 1, indent + 2, false);
    return text === "" ? "\n" : ` ${text}\n`;
  }

  #leaf(value: Value, column: number, indent: number, key: boolean): string {
    if (value instanceof Hash) return "{}";
    if (Array.isArray(value)) return "[]";
    if (value instanceof RubySymbol) return `:${value.name}`;
    return dumpScalar(value, { column, indent, key });
  }

  #anchor(value: Value): string {
    if (!this.#shared.has(value)) return "";
    const known = this.#anchors.get(value);
    if (known !== undefined) return ` *${known}`;
    this.#anchors.set(value, this.#anchors.size + 1);
    return ` &${this.#anchors.size}`;
  }
}

function isBlock(value: Value): boolean {
  return value instanceof Hash ? value.size > 0 : Array.isArray(value) && value.length > 0;
}
