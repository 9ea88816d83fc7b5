import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { prettyJson } from "./json.ts";

/** All facts, one by one: `name => value`, strings at the top without quotes (legacy_fact_formatter.rb). */
export function facterAll(facts: Hash): string {
  return withNewlines(unquotedAtTop(withoutBraces(arrows(facts))));
}

/** The facts of several queries, a missing one empty. */
export function facterQueries(facts: Hash): string {
  return facterAll(facts).replace(/^(\S*) => "(.*)"/gm, "$1 => $2");
}

/** The value of a single query; a string as it is, nothing for a missing fact. */
export function facterValue(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : arrows(value).replace(/^"(.*)"/gm, "$1");
}

function arrows(value: Value): string {
  return prettyJson(value)
    .replaceAll(/":\s/g, '" => ')
    .replaceAll(/"(.*)" =>/g, "$1 =>")
    .replaceAll("\\\\", "\\");
}

function withoutBraces(text: string): string {
  return text
    .slice(1, -1)
    .replaceAll(/^$\n/gm, "")
    .replaceAll(/^\s\s(.*)$/gm, "$1")
    .replaceAll(/^},/gm, "}");
}

function unquotedAtTop(text: string): string {
  return text
    .split("\n")
    .filter((line, i, lines) => line !== "" || i < lines.length - 1)
    .map((line) => (/^\s/.test(line) ? line : line.replaceAll(/,$|(?<!\\)"/g, "").replaceAll('\\"', '"')))
    .join("\n");
}

function withNewlines(text: string): string {
  return text.replaceAll("\\n", "\n");
}
