import type { Issue, Place } from "./issue.ts";

/** A place as Puppet writes it: `(file: x, line: 1, column: 2)`; empty when nothing is known. */
export function locationText(place: Place | undefined): string {
  if (!place) return "";
  const { file, line, column } = place;
  if (line === undefined) return file ? `(file: ${file})` : "";
  const parts = file ? [`file: ${file}`] : [];
  parts.push(`line: ${line}`);
  if (column !== undefined) parts.push(`column: ${column}`);
  return `(${parts.join(", ")})`;
}

/** The part of an issue's place that Puppet's sentence tells. */
function toldPlace({ place = {}, told }: Issue): Place {
  const { file, line } = place;
  switch (told) {
    case undefined:
      return place;
    case "nothing":
      return {};
    case "file":
      return { file };
    case "line":
      return { file, line };
  }
}

/** An issue as Puppet prints it: the sentence, where, and for which node. */
export function puppetText(issue: Issue, node = issue.node): string {
  const location = locationText(toldPlace(issue));
  const text = location === "" ? issue.message : `${issue.message} ${location}`;
  return node === undefined ? text : `${text} on node ${node}`;
}
