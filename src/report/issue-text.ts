import type { Issue, Place } from "../diagnostics/issue.ts";
import type { LogLevel } from "../diagnostics/log.ts";
import { puppetText } from "../diagnostics/puppet-text.ts";
import { inColourOf } from "./log-text.ts";

/** How issues are drawn. */
export interface IssueStyle {
  readonly colour: boolean;
  /** The certname, for Puppet's ` on node x`; undefined leaves it out. */
  readonly node?: string | undefined;
  /** Whether lines of the source are shown. */
  readonly excerpt: boolean;
}

/**
 * An issue for people: Puppet's sentence with its place first, as people search for it; then the line of the
 * source with a caret, what to do about it, and the other places that explain it.
 */
export function issueText(issue: Issue, style: IssueStyle): string {
  const name = issue.severity === "error" ? "Error" : "Warning";
  const head = inColourOf(levelOf(issue), `${name}: ${puppetText(issue, style.node)}`, style.colour);
  return [head, ...issueDetail(issue, style.excerpt)].join("\n");
}

/** What stands under the sentence of an issue: the excerpt, the hint, and the other places that explain it. */
export function issueDetail({ hint, place = {}, told, related = [] }: Issue, excerpt = true): string[] {
  const more = related
    .filter(({ place: { file, line } }) => file !== undefined || line !== undefined)
    .map((one) => `  ${shortLocation(one.place)}: ${one.message}`);
  const untold = told !== undefined && place.line !== undefined ? [`  ${shortLocation(place)}`] : [];
  return [
    ...untold,
    ...(excerpt ? excerptOf(place) : []),
    ...(hint === undefined ? [] : [`  ${hint}`]),
    ...more,
  ];
}

/** The log level of an issue. */
export function levelOf({ severity }: Issue): LogLevel {
  return severity === "error" ? "err" : "warning";
}

/** The line a place is on, and under it what the place covers; empty when the text is not at hand. */
function excerptOf({ span }: Place): string[] {
  if (span === undefined) return [];
  const { line, column } = span.source.position(span.start);
  const text = span.source.line(line);
  const end = span.source.position(span.end);
  const width = end.line === line ? end.column - column : [...text].length - column + 1;
  const gutter = " ".repeat(String(line).length);
  const indent = [...text]
    .slice(0, column - 1)
    .map((sign) => (sign === "\t" ? "\t" : " "))
    .join("");
  return [`  ${line} | ${text}`, `  ${gutter} | ${indent}${"^".repeat(Math.max(width, 1))}`];
}

/** A place as editors and compilers write it: `file:line:column`. */
export function shortLocation({ file, line, column }: Place): string {
  const parts = [file ?? "(command line)", line, line === undefined ? undefined : column];
  return parts.filter((part) => part !== undefined).join(":");
}
