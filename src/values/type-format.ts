import { Default } from "./default.ts";
import { Deferred } from "./deferred.ts";
import { floatToText } from "./float-text.ts";
import { Hash } from "./hash.ts";
import { quoted } from "./quoted.ts";
import { RecursionGuard, SELF_RECURSION } from "./recursion-guard.ts";
import { RichValue } from "./rich-value.ts";
import type { Type } from "./type.ts";
import type { Value } from "./value.ts";

/**
 * `plain` is what people see; `expanded` writes out what an alias or an Object type stands for, once;
 * `identity` tells apart whatever is not equal.
 */
export type FormatMode = "plain" | "expanded" | "identity";

/** Names types the way a type set does that defines or references them. */
export interface TypeNamer {
  /** The name of a type inside the set, or the fallback when it knows none. */
  nameFor(type: Type, fallback: string): string;
  defines(type: Type): boolean;
}

/** A rich value that can write itself as an expression. */
export interface Describable {
  describe(format: TypeFormat): string;
}

/** How a type expression is written (Puppet's TypeFormatter). */
export class TypeFormat {
  static readonly plain = new TypeFormat("plain");
  static readonly identity = new TypeFormat("identity");
  readonly mode: FormatMode;
  /** Levels of indentation, two spaces each; undefined for everything on one line. */
  readonly indent: number | undefined;
  readonly namer: TypeNamer | undefined;
  readonly #guard: RecursionGuard;

  constructor(mode: FormatMode, indent?: number, namer?: TypeNamer, guard = new RecursionGuard()) {
    this.mode = mode;
    this.indent = indent;
    this.namer = namer;
    this.#guard = guard;
  }

  /** The same format without expansion. */
  unexpanded(): TypeFormat {
    return this.mode === "expanded" ? new TypeFormat("plain", this.indent, this.namer) : this;
  }

  /** The same format as seen from inside a type set. */
  inside(namer: TypeNamer): TypeFormat {
    return new TypeFormat(this.mode, this.indent, namer, this.#guard);
  }

  indented(indent: number): TypeFormat {
    return new TypeFormat(this.mode, indent, this.namer, this.#guard);
  }

  /** Write a type that may contain itself: `body` is told whether it may expand. */
  guarded(type: Type, body: (expand: boolean) => string): string {
    return this.#guard.withThis(type, (state) => body((state & SELF_RECURSION.inThis) === 0));
  }

  /** `Name[a, b]`, or only the name when there are no parameters. */
  of(name: string, parameters: readonly string[]): string {
    return parameters.length === 0 ? name : `${name}[${parameters.join(", ")}]`;
  }

  types(types: readonly Type[]): string[] {
    return types.map((type) => type.describe(this));
  }

  /** Any value as a Puppet expression. */
  value(value: Value): string {
    if (typeof value === "string") return quoted(value);
    if (value === null) return "undef";
    if (typeof value === "number") return floatToText(value);
    if (typeof value !== "object" || value instanceof Default) return String(value);
    if (value instanceof Hash) return this.#hash(value);
    if (value instanceof RichValue) return this.#rich(value);
    if (Array.isArray(value)) return this.#array(value);
    return (value as Type).describe(this);
  }

  /** `{k => v}` from entries already written. */
  entries(entries: readonly (readonly [string, string])[], indent = this.indent): string {
    const pairs = entries.map(([key, value]) => `${key} => ${value}`);
    if (indent === undefined) return `{${pairs.join(", ")}}`;
    const inner = pairs.map((pair) => `\n${"  ".repeat(indent + 1)}${pair}`).join(",");
    return `{${inner}\n${"  ".repeat(indent)}}`;
  }

  #hash(hash: Hash): string {
    const inner = this.indent === undefined ? this : this.indented(this.indent + 1);
    return this.entries([...hash].map(([key, value]) => [inner.value(key), inner.value(value)]));
  }

  #array(array: readonly Value[]): string {
    if (this.indent === undefined || this.#isShort(array, this.indent)) {
      return `[${array.map((element) => this.value(element)).join(", ")}]`;
    }
    const inner = this.indented(this.indent + 1);
    const lines = array.map((element) => `\n${"  ".repeat(this.indent! + 1)}${inner.value(element)}`);
    return `[${lines.join(",")}\n${"  ".repeat(this.indent)}]`;
  }

  /** Whether an array of plain values fits on what is left of a line of a hundred. */
  #isShort(array: readonly Value[], indent: number): boolean {
    const width = array.reduce<number>((sum, element) => sum + this.#width(element), 0);
    return array.length === 0 || 100 - indent * 2 > width;
  }

  #width(element: Value): number {
    if (typeof element === "string") return element.length + 2;
    if (Array.isArray(element)) return element.length === 0 ? 2 : 1000;
    if (element instanceof Hash) return element.size === 0 ? 2 : 1000;
    const plain = element === null || typeof element !== "object" || element instanceof Default;
    return plain ? this.value(element).length : 1000;
  }

  #deferred({ name, args }: Deferred): string {
    return `Deferred(${this.value(Hash.of(args === undefined ? { name } : { name, arguments: args }))})`;
  }

  #rich(value: RichValue): string {
    if (isDescribable(value)) return value.describe(this);
    if (value instanceof Deferred) return this.#deferred(value);
    switch (value.typeName) {
      case "Regexp":
        return value.toString();
      case "SemVer":
      case "SemVerRange":
      case "Timestamp":
      case "Timespan":
        return `'${value}'`;
      case "URI":
        return `URI(${quoted(value.toString())})`;
      default:
        return `Instance of ${value.typeName}`;
    }
  }
}

function isDescribable(value: object): value is Describable {
  return "describe" in value && typeof value.describe === "function";
}
