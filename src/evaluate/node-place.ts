import type { Place, Span } from "../diagnostics/issue.ts";

/** The place of a node, its line worked out only when somebody asks: most calls never do. */
export class NodePlace implements Place {
  readonly span: Span;

  constructor(span: Span) {
    this.span = span;
  }

  get file(): string | undefined {
    return this.span.source.file;
  }

  get line(): number {
    return this.span.source.position(this.span.start).line;
  }

  get column(): number {
    return this.span.source.position(this.span.start).column;
  }
}
