/** A 1-based place in a text, as people and Puppet count it. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text that issues point into; `Source` of source/ is one. */
export interface SourceText {
  readonly text: string;
  /** The path shown to people; undefined for code given on the command line. */
  readonly file: string | undefined;
  /** The position of a UTF-16 offset; columns count code points, as Puppet counts characters. */
  position(offset: number): Position;
  /** The text of a 1-based line without its line end; empty when there is no such line. */
  line(number: number): string;
}

/** A half-open range of UTF-16 offsets in a source text. */
export interface Span {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/** How bad an issue is; a deprecation is a warning that can be turned off. */
export type Severity = "error" | "warning" | "deprecation";

/** Where something is: a span when the text is at hand, otherwise whatever is known (YAML, catalogs). */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly span?: Span | undefined;
}

/** Another place that explains an issue: the first declaration, the other end of an edge. */
export interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}

/**
 * What is wrong, in words, without how it is drawn. Codes and sentences are Puppet's where Puppet has them
 * (lib/puppet/pops/issues.rb). `message` carries no location suffix; `report/` adds it.
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly place?: Place | undefined;
  /** How much of the place stands in Puppet's sentence; by default all that is known. */
  readonly told?: "nothing" | "file" | "line" | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
  /** The node whose catalog could not be compiled, which ends the sentence as in Puppet. */
  readonly node?: string | undefined;
}

/** The place of a span, with its file, line and column worked out. */
export function placeOf(span: Span): Place {
  const { line, column } = span.source.position(span.start);
  return { file: span.source.file, line, column, span };
}
