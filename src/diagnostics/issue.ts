import type { Span } from "../source/source.ts";

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
