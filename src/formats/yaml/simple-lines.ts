/** A line with something on it. */
export interface Line {
  readonly indent: number;
  readonly text: string;
}

/** Thrown when a text uses more of YAML than the fast reader knows. */
export const NOT_SIMPLE = Symbol("not simple YAML");

const STRANGE = /[^\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** Leads over the lines of a text; blank lines and comments are passed over, except in block scalars. */
export class SimpleLines {
  readonly #lines: readonly string[];
  #at = 0;
  #current: Line | undefined;

  constructor(text: string) {
    if (STRANGE.test(text)) throw NOT_SIMPLE;
    this.#lines = text.split("\n");
    this.#seek();
    if (this.#current?.text === "---" && this.#current.indent === 0) this.next();
  }

  /** The line to read now; undefined at the end. */
  get current(): Line | undefined {
    return this.#current;
  }

  next(): void {
    this.#at++;
    this.#seek();
  }

  /** Put what follows a dash in the place of its line. */
  replace(indent: number, text: string): void {
    this.#current = { indent, text };
  }

  /** The lines of a literal block that stand deeper than its parent; moves behind them. */
  literal(parent: number): string {
    const lines: string[] = [];
    let indent: number | undefined;
    for (this.#at++; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] as string;
      const depth = line.search(/[^ ]/);
      if (depth < 0) {
        if (line.length > (indent ?? parent)) throw NOT_SIMPLE;
        lines.push("");
        continue;
      }
      if (depth <= parent) break;
      indent ??= depth;
      if (depth < indent) throw NOT_SIMPLE;
      lines.push(line.slice(indent));
    }
    if (indent === undefined) throw NOT_SIMPLE;
    while (lines.at(-1) === "") lines.pop();
    this.#seek();
    return lines.join("\n");
  }

  #seek(): void {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] as string;
      const indent = depthOf(line);
      if (indent === line.length || line[indent] === "#") continue;
      this.#current = { indent, text: line.slice(indent).trimEnd() };
      return;
    }
    this.#current = undefined;
  }
}

/** How many spaces a line begins with. */
function depthOf(line: string): number {
  let depth = 0;
  while (depth < line.length && line.charCodeAt(depth) === 32) depth++;
  return depth;
}
