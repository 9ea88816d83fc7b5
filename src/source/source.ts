import type { Position, SourceText, Span } from "../diagnostics/issue.ts";

/**
 * A text with a name, able to say on which line an offset stands.
 * `file` is the path shown to people; it is undefined for code given on the command line.
 */
export class Source implements SourceText {
  readonly text: string;
  readonly file: string | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string, file?: string) {
    this.text = text;
    this.file = file;
  }

  /** The position of a UTF-16 offset; columns count code points, as Puppet counts characters. */
  position(offset: number): Position {
    const line = this.#lineOf(offset);
    const start = this.#starts()[line]!;
    return { line: line + 1, column: [...this.text.slice(start, offset)].length + 1 };
  }

  /** The text of a 1-based line without its line end; empty when there is no such line. */
  line(number: number): string {
    const starts = this.#starts();
    const start = starts[number - 1];
    if (start === undefined) return "";
    return this.text.slice(start, starts[number] ?? this.text.length).replace(/\r?\n$/, "");
  }

  span(start: number, end: number): Span {
    return { source: this, start, end };
  }

  #starts(): readonly number[] {
    this.#lineStarts ??= lineStarts(this.text);
    return this.#lineStarts;
  }

  /** The 0-based line of an offset: the last line that starts at or before it. */
  #lineOf(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
