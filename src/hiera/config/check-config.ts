import { Failure } from "../../diagnostics/failure.ts";
import type { RelatedPlace } from "../../diagnostics/issue.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import { inference } from "../../types/inference.ts";
import { describeMismatch } from "../../types/mismatch/describe.ts";
import { type ConfigProblem, problemsOf } from "./config-problems.ts";
import { type ConfigSource, configPlace } from "./config-source.ts";
import { configType } from "./config-type.ts";
import type { Schema } from "./schema.ts";

/** Fail, in the words of Puppet's type assertion, when a configuration does not have the shape it must have. */
export function checkConfig(source: ConfigSource, schema: Schema): void {
  const type = configType(schema);
  if (type.isInstance(source.contents)) return;
  const subject = `The Lookup Configuration at '${source.path ?? ""}' has wrong type,`;
  const [first, ...others] = problemsOf(schema, source.contents, []);
  throw new Failure({
    code: "TYPE_MISMATCH",
    severity: "error",
    message: describeMismatch(subject, type, inference.inferSet(source.contents)),
    hint: first?.unknown && didYouMean(first.unknown.key, first.unknown.known),
    place: configPlace(source, first?.at ?? []),
    related: others.map((problem) => relatedPlace(source, problem)),
  });
}

function relatedPlace(source: ConfigSource, { at, unknown }: ConfigProblem): RelatedPlace {
  const message = unknown ? `unrecognized key '${unknown.key}'` : "wrong type";
  return { message, place: configPlace(source, at) };
}
