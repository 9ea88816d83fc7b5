import type { RegexpNode } from "./node.ts";
import type { Reader } from "./reader.ts";

/** A pattern in JavaScript, and which of its groups stand for Ruby's. */
export interface Emitted {
  readonly pattern: string;
  /** The numbers of the JavaScript groups that stand for each Ruby group; the last that took part counts. */
  readonly groups: readonly (readonly number[])[];
}

/** How deep subexpression calls are written out; deeper ones (recursion) cannot be. */
const MAX_CALLS = 12;

/** Writes nodes as JavaScript. Atomic groups take groups of their own, so numbers change. */
export class Emitter {
  readonly #reader: Reader;
  readonly #groups: number[][] = [[0]];
  readonly #bodies = new Map<number, RegexpNode>();
  #count = 0;
  #calls = 0;

  constructor(reader: Reader, root: RegexpNode) {
    this.#reader = reader;
    collectCaptures(root, this.#bodies);
  }

  emit(root: RegexpNode): Emitted {
    const text = this.#keep(root);
    const pattern = text.replace(
      /\0(\d+);/g,
      (_, number: string) => `(?:\\${this.#groups[Number(number)]?.[0] ?? 0})`,
    );
    return { pattern, groups: this.#groups };
  }

  /** What stands before `\K` is looked for but not part of the match. */
  #keep(root: RegexpNode): string {
    const items = root.kind === "sequence" ? root.items : [root];
    const at = items.findLastIndex((item) => item.kind === "keep");
    if (at < 0) return this.#node(root);
    const before = items
      .slice(0, at)
      .map((item) => this.#node(item))
      .join("");
    return `(?<=${before})${items
      .slice(at + 1)
      .map((item) => this.#node(item))
      .join("")}`;
  }

  #node(node: RegexpNode): string {
    switch (node.kind) {
      case "js":
        return node.text;
      case "sequence":
        return node.items.map((item) => this.#node(item)).join("");
      case "alternatives":
        return node.options.map((option) => this.#node(option)).join("|");
      case "group":
        return `${node.open}${this.#node(node.body)})`;
      case "capture":
        return this.#capture(node.number, node.body);
      case "atomic":
        return this.#atomic(node.body);
      case "repeat":
        return this.#repeat(node);
      case "backreference":
        return this.#backreference(node.target);
      case "call":
        return this.#call(node.target);
      case "keep":
        this.#reader.fail("\\K is supported only outside of groups");
    }
  }

  #capture(number: number, body: RegexpNode): string {
    this.#groups[number] ??= [];
    this.#groups[number].push(++this.#count);
    return `(${this.#node(body)})`;
  }

  /** A look-ahead is never entered again: what it captured is then matched as a whole. */
  #atomic(body: RegexpNode): string {
    const own = ++this.#count;
    return `(?:(?=(${this.#node(body)}))\\${own})`;
  }

  #repeat({ body, quantifier, possessive }: RegexpNode & { kind: "repeat" }): string {
    if (possessive) return this.#atomic({ kind: "repeat", body, quantifier, possessive: false });
    const single =
      body.kind === "js" && /^(?:[^\\]|\\[\s\S]|\\x..|\\u\{[^}]*\}|\[[^[\]]*\])$/u.test(body.text);
    const anchor = body.kind === "js" && (body.text === "^" || body.text === "$");
    const grouped = body.kind === "capture" || (body.kind === "group" && body.open === "(?:");
    const text = this.#node(body);
    if ((single && !anchor) || grouped) return `${text}${quantifier}`;
    return text === "" ? "" : `(?:${text})${quantifier}`;
  }

  #backreference(target: number | string): string {
    const numbers = this.#numbers(target);
    return numbers.length === 1
      ? `\0${numbers[0]};`
      : `(?:${numbers
          .toReversed()
          .map((n) => `\0${n};`)
          .join("|")})`;
  }

  #call(target: number | string): string {
    if (this.#calls >= MAX_CALLS) this.#reader.fail("recursive calls of groups are not supported");
    const number = this.#numbers(target)[0]!;
    this.#calls++;
    const text = this.#capture(number, this.#bodies.get(number)!);
    this.#calls--;
    return text;
  }

  #numbers(target: number | string): readonly number[] {
    if (typeof target === "number") {
      if (target < 1 || target > this.#reader.captures) this.#reader.fail("invalid backref number/name");
      return [target];
    }
    return this.#reader.names.get(target) ?? this.#reader.fail(`undefined name <${target}> reference`);
  }
}

function collectCaptures(node: RegexpNode, found: Map<number, RegexpNode>): void {
  if (node.kind === "capture") found.set(node.number, node.body);
  if ("body" in node) collectCaptures(node.body, found);
  if (node.kind === "sequence") for (const item of node.items) collectCaptures(item, found);
  if (node.kind === "alternatives") for (const option of node.options) collectCaptures(option, found);
}
