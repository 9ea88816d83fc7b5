import { Failure } from "../../diagnostics/failure.ts";
import type { RelatedPlace } from "../../diagnostics/issue.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import { type ConfigProblem, problemsOf } from "./config-problems.ts";
import { type ConfigPath, type ConfigSource, configPlace } from "./config-source.ts";
import type { Schema } from "./schema.ts";

/** Fail, in the words of Puppet's type assertion, when a configuration does not have the shape it must have. */
export function checkConfig(source: ConfigSource, schema: Schema): void {
  const problems = problemsOf(schema, source.contents, []);
  const first = problems[0];
  if (!first) return;
  const subject = `The Lookup Configuration at '${source.path ?? ""}' has wrong type,`;
  const lines = problems.map(({ path, message }) => `${[subject, ...pathWords(path)].join(" ")} ${message}`);
  throw new Failure({
    code: "TYPE_MISMATCH",
    severity: "error",
    message: lines.length === 1 ? lines.join("") : lines.map((line) => ` ${line}`).join("\n "),
    hint: hintOf(first),
    place: configPlace(source, first.at),
    related: problems.slice(1).map((problem) => relatedPlace(source, problem)),
  });
}

function relatedPlace(source: ConfigSource, { at, message }: ConfigProblem): RelatedPlace {
  return { message, place: configPlace(source, at) };
}

function hintOf({ unknown }: ConfigProblem): string | undefined {
  return unknown && didYouMean(unknown.key, unknown.known);
}

function pathWords(path: ConfigPath): string[] {
  return path.map((step) => (typeof step === "number" ? `index ${step}` : `entry '${step}'`));
}
