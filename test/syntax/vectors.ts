import { readFileSync } from "node:fs";
import { check } from "../../src/check/check.ts";
import type { CheckOptions } from "../../src/check/context.ts";
import type { Issue } from "../../src/diagnostics/issue.ts";
import { Source } from "../../src/source/source.ts";
import { nodeToPn } from "../../src/syntax/node-to-pn.ts";
import { parse } from "../../src/syntax/parse.ts";
import { formatPn } from "../../src/syntax/pn.ts";

/** A text and what Puppet 7.23 says about it: the tree in Puppet Notation, and its issues. */
export interface Vector {
  readonly text: string;
  readonly strict?: NonNullable<CheckOptions["strict"]>;
  readonly pn?: string;
  readonly issues?: readonly string[];
}

/** What a text is read as. */
export interface Mode {
  readonly epp?: boolean;
  readonly tasks?: boolean;
}

/** Read the answers of real Puppet from test/cases/syntax. */
export function vectors(name: string): readonly Vector[] {
  const path = new URL(`../cases/syntax/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")) as Vector[];
}

/** The text of a sample in test/cases/syntax. */
export function sample(name: string): string {
  return readFileSync(new URL(`../cases/syntax/${name}`, import.meta.url), "utf8");
}

/** What we say about a text, in the form of the answers. */
export function answer({ text, strict }: Vector, { epp = false, tasks = false }: Mode): Omit<Vector, "text"> {
  const { program, issues } = parse(new Source(text, "f.pp"), { epp, tasks });
  if (program === undefined) return { issues: issues.map(describeIssue) };
  const all = [...issues, ...check(program, { tasks, strict: strict ?? "warning" })];
  return { pn: formatPn(nodeToPn(program)), issues: all.map(describeIssue) };
}

/** An issue on one line, as the answers have it. */
export function describeIssue({ code, severity, message, place }: Issue): string {
  return `${code} ${severity} ${place?.line ?? "-"}:${place?.column ?? "-"} ${message}`;
}
