import { floatToText } from "../../values/float-text.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { yamlScalar } from "./psych-scalar.ts";

/** A value as Ruby's Psych writes it: a document with `---`, block style, lists at the margin of their key. */
export function psychYaml(value: Value, indent: number): string {
  const text = documentText(value, new Writer(indent));
  return text.endsWith("\n\n") ? `${text}...\n` : text;
}

function documentText(value: Value, writer: Writer): string {
  if (Array.isArray(value) && value.length > 0) return `---\n${writer.list(value, 0)}`;
  if (value instanceof Hash && value.size > 0) return `---\n${writer.map(value, 0)}`;
  const text = writer.scalar(value, 0, 4);
  return text === "" ? "---\n" : `--- ${text}\n`;
}

class Writer {
  readonly #indent: number;

  constructor(indent: number) {
    this.#indent = indent;
  }

  list(values: readonly Value[], margin: number): string {
    return values.map((value) => `${" ".repeat(margin)}-${this.#item(value, margin)}`).join("");
  }

  map(hash: Hash, margin: number): string {
    return [...hash]
      .map(([key, value]) => `${" ".repeat(margin)}${this.#entry(key, value, margin)}`)
      .join("");
  }

  scalar(value: Value, margin: number, column: number): string {
    if (value === null) return "";
    if (typeof value === "number") return yamlFloat(value);
    if (typeof value === "string") return yamlScalar(value, margin + this.#indent, column);
    if (Array.isArray(value)) return "[]";
    return value instanceof Hash ? "{}" : rubyText(value);
  }

  /** A collection in a list begins on the line of its dash. */
  #item(value: Value, margin: number): string {
    const inner = margin + 2;
    if (Array.isArray(value) && value.length > 0) return ` ${this.list(value, inner).slice(inner)}`;
    if (value instanceof Hash && value.size > 0) return ` ${this.map(value, inner).slice(inner)}`;
    const text = this.scalar(value, margin, inner);
    return text === "" ? "\n" : ` ${text}\n`;
  }

  #entry(key: Value, value: Value, margin: number): string {
    const name = key === null ? "! ''" : this.scalar(key, margin, margin);
    const head = name.includes("\n") ? `? ${name}\n${" ".repeat(margin)}:` : `${name}:`;
    if (Array.isArray(value) && value.length > 0) return `${head}\n${this.list(value, margin)}`;
    if (value instanceof Hash && value.size > 0) return `${head}\n${this.map(value, margin + this.#indent)}`;
    const text = this.scalar(value, margin, margin + name.length + 2);
    return text === "" ? `${head}\n` : `${head} ${text}\n`;
  }
}

function yamlFloat(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (Number.isFinite(value)) return floatToText(value);
  return value < 0 ? "-.inf" : ".inf";
}
