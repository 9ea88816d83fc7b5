import type * as ast from "../ast.ts";

export type Printers = {
  readonly [K in ast.Node["kind"]]: (node: ast.NodeOf<K>, printer: Printer) => string;
};

/** The state of printing: how deep, in which class, and which heredocs the current line has opened. */
export class Printer {
  /** The namespace of the enclosing classes; names of definitions are printed without it. */
  namespace = "";
  #depth = 0;
  #pending: string[] = [];
  #heredocCount = 0;
  readonly #printers: Printers;

  constructor(printers: Printers) {
    this.#printers = printers;
  }

  print(node: ast.Node): string {
    return (this.#printers[node.kind] as (node: ast.Node, printer: Printer) => string)(node, this);
  }

  list(nodes: readonly ast.Node[]): string {
    return nodes.map((node) => this.print(node)).join(", ");
  }

  /** The end of a line and the indentation of the next, with the texts of heredocs in between. */
  line(): string {
    return `\n${this.heredocs().slice(1)}${"  ".repeat(this.#depth)}`;
  }

  /** The texts of the heredocs opened on this line, from its end on. */
  heredocs(): string {
    const texts = this.#pending.map((text) => `\n${text}`).join("");
    this.#pending = [];
    return texts === "" ? "" : `${texts}\n`;
  }

  /** A line end with the texts of the heredocs that wait for one; nothing when none does. */
  endOfHeredocs(): string {
    return this.#pending.length === 0 ? "" : this.line();
  }

  /** Braces around lines. */
  braces(lines: () => readonly string[]): string {
    this.#depth++;
    const inner = lines();
    const close = inner.length === 0 ? "" : this.#closing();
    this.#depth--;
    return `{${inner.join("")}${close}}`;
  }

  #closing(): string {
    this.#depth--;
    const line = this.line();
    this.#depth++;
    return line;
  }

  /** A body in braces: nothing, one statement or a block of them. */
  block(body: ast.Expression): string {
    return this.braces(() => this.#statements(statementsOf(body)));
  }

  /** Statements on lines of their own; a semicolon keeps the next from being taken for an operator. */
  statements(nodes: readonly ast.Expression[]): string {
    return this.#statements(nodes).join("").slice(1);
  }

  #statements(nodes: readonly ast.Expression[]): string[] {
    const lines: string[] = [];
    for (const node of nodes) {
      const line = this.line();
      const text = node.kind === "BlockExpression" ? this.#withoutTitle(node) : this.print(node);
      lines.push(`${lines.length > 0 && /^[-*{/]/.test(text) ? ";" : ""}${line}${text}`);
    }
    return lines;
  }

  /** `file { mode => 1 }`: a name and a hash that were parsed as one statement. */
  #withoutTitle(block: ast.BlockExpression): string {
    const [name, hash] = block.statements;
    if (name === undefined || hash?.kind !== "LiteralHash") return this.statements(block.statements);
    const operations = hash.entries.map(({ key, value }) => {
      return `${key.kind === "LiteralString" ? key.value : this.print(key)} => ${this.print(value)}`;
    });
    return `${this.print(name)} { ${operations.join(", ")} }`;
  }

  /** Print what a heredoc opens here; its text follows behind the line. */
  heredoc(tag: (end: string) => string, text: (inner: Printer) => string): string {
    const end = `END_${++this.#heredocCount}`;
    const inner = new Printer(this.#printers);
    inner.#heredocCount = this.#heredocCount * 100;
    this.#pending.push(`${text(inner)}\n- ${end}`);
    return tag(end);
  }
}

/** The statements of a body. */
export function statementsOf(body: ast.Expression): readonly ast.Expression[] {
  if (body.kind === "Nop") return [];
  return body.kind === "BlockExpression" ? body.statements : [body];
}
