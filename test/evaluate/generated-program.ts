import { builtinFunctions } from "../../src/functions/builtin-functions.ts";

/** Functions that would run commands of the machine. */
const LEFT_OUT = new Set(["generate"]);
const FUNCTIONS = [...builtinFunctions.keys()].filter((name) => !LEFT_OUT.has(name));
const TYPES = [
  "Integer",
  "String[1]",
  "Array",
  "Hash",
  "Variant",
  "Optional",
  "Enum['a']",
  "Pattern[/a/]",
  "Any",
  "File",
];
const BINARY = ["+", "-", "*", "/", "%", "<<", ">>", "==", "!=", "<", ">=", "=~", "!~", "in", "and", "or"];
const ARROWS = ["->", "~>", "<-", "<~"];

/** Writes programs that parse, mean something here and there, and are wrong in every way that a program can be. */
export class ProgramWriter {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  program(): string {
    return this.#many(() => this.#statement(3), 1, 5).join("\n");
  }

  #statement(depth: number): string {
    if (depth === 0) return `$v${this.#below(4)} = ${this.#expression(2)}`;
    return this.#choice(
      () => this.#statement(0),
      () => `notice(${this.#expression(3)})`,
      () =>
        `if ${this.#expression(2)} { ${this.#statement(depth - 1)} } else { ${this.#statement(depth - 1)} }`,
      () =>
        `case ${this.#expression(2)} { ${this.#expression(1)}: { ${this.#statement(depth - 1)} } default: { } }`,
      () => this.#resource(),
      () => `${this.#pick(ARROWS.map((arrow) => `Notify['a'] ${arrow} Notify['b']`))}`,
      () =>
        `Notify <| ${this.#pick(["", "title == 'a'", "tag != 'x' and message == 1"])} |> { message => ${this.#expression(1)} }`,
      () => `class c${this.#below(3)} ($p = ${this.#expression(1)}) { ${this.#statement(depth - 1)} }`,
      () => `include c${this.#below(3)}`,
      () => `define d${this.#below(2)} ($q) { notify { $q: } }`,
      () => `d${this.#below(2)} { ${this.#expression(1)}: q => ${this.#expression(1)} }`,
      () => `function f${this.#below(2)}(${this.#pick(TYPES)} $a, *$r) { ${this.#statement(depth - 1)} }`,
      () => this.#pick(["break()", "next(1)", "return(2)", "fail('x')", "Notify { message => 'd' }"]),
    );
  }

  #resource(): string {
    const form = this.#pick(["", "", "@", "@@"]);
    const title = this.#choice(
      () => "'a'",
      () => "'b'",
      () => this.#expression(1),
    );
    const value = this.#expression(2);
    const attribute = this.#pick([
      "message",
      "noop",
      "tag",
      "require",
      "before",
      "alias",
      "*",
      "nothing",
      "loglevel",
    ]);
    return `${form}notify { ${title}: ${attribute} => ${value} }`;
  }

  #expression(depth: number): string {
    if (depth === 0) return this.#leaf();
    const inner = () => this.#expression(depth - 1);
    return this.#choice(
      () => this.#leaf(),
      () => `(${inner()} ${this.#pick(BINARY)} ${inner()})`,
      () => `[${this.#many(inner, 0, 3).join(", ")}]`,
      () => `{ ${this.#many(() => `${inner()} => ${inner()}`, 0, 2).join(", ")} }`,
      () => `${this.#pick(FUNCTIONS)}(${this.#many(inner, 0, 3).join(", ")})`,
      () => `${inner()}.${this.#pick(FUNCTIONS)} |$x| { ${inner()} }`,
      () => `${inner()}.${this.#pick(FUNCTIONS)} |$x, $y| { ${inner()} }`,
      () => `${this.#pick(TYPES)}.new(${this.#many(inner, 0, 2).join(", ")})`,
      () => `${inner()}[${inner()}]`,
      () => `(${inner()} ? { ${inner()} => ${inner()}, default => ${inner()} })`,
      () => `"a\${${inner()}}b"`,
      () => `!${inner()}`,
      () => `f${this.#below(2)}(${inner()})`,
    );
  }

  #leaf(): string {
    return this.#choice(
      () => String(this.#below(100)),
      () =>
        this.#pick(["undef", "default", "true", "false", "1.5", "0x1F", "9223372036854775807", "''", "'é'"]),
      () => this.#pick(["'a'", "'b'", "'1'", '"$v0"', "/a(b)?/", "$facts", "$v0", "$v1", "$title", "$1"]),
      () => this.#pick(TYPES),
    );
  }

  #choice<T>(...ways: (() => T)[]): T {
    return this.#pick(ways)();
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#below(items.length)]!;
  }

  #many<T>(make: () => T, atLeast: number, atMost: number): T[] {
    return Array.from({ length: atLeast + this.#below(atMost - atLeast + 1) }, make);
  }

  /** A whole number from 0 up to, not including, `limit` (mulberry32). */
  #below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }
}
