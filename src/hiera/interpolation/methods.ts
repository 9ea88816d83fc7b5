import type { Value } from "../../values/value.ts";
import type { Invocation } from "../invocation.ts";
import { lookupFail } from "../lookup-failure.ts";
import { lookupNames } from "../lookup-names.ts";
import { languageScope } from "../lookup-scope.ts";
import type { Segment } from "../split-key.ts";
import { subLookup } from "../sub-lookup.ts";

/** `%{lookup('key')}`, `%{hiera('key')}` and `%{alias('key')}`: a new lookup; an empty string when nothing is found. */
export function globalLookup(key: string, invocation: Invocation): Value {
  const { scope } = invocation;
  const unwrapped = scope.hiera3 && !invocation.globalOnly ? languageScope(scope.asker) : scope;
  return lookupNames([key], { defaultValue: "" }, invocation.inScope(unwrapped));
}

/** `%{key}`: a variable, possibly followed by segments; overrides win over scope, which wins over defaults. */
export function variable(
  key: string,
  path: readonly Segment[] | undefined,
  invocation: Invocation,
  subject: string,
): Value | undefined {
  const [first, ...segments] = path ?? lookupFail(`Syntax error in string: ${subject}`);
  const root = String(first);
  const start = invocation.with({ kind: "scope", name: "Global Scope" }, () =>
    rootVariable(root, invocation),
  );
  const value = follow(key, segments, start, invocation);
  invocation.rememberVariable({ key, root, segments, value });
  return value;
}

function follow(
  key: string,
  segments: readonly Segment[],
  start: Value | undefined,
  invocation: Invocation,
): Value | undefined {
  if (start === undefined || start === null || segments.length === 0) return start ?? undefined;
  return subLookup(key, invocation, segments, start);
}

function rootVariable(name: string, invocation: Invocation): Value | undefined {
  const override = invocation.overrides.get(name);
  if (override !== undefined) {
    invocation.explainer?.found(name, override, "overrides");
    return override;
  }
  const value = invocation.scope.value(name);
  if (value !== undefined) return invocation.reportFound(name, value);
  if (!invocation.scope.knows(name)) invocation.layers.undefinedVariable(name, invocation.scope.asker);
  const fallback = invocation.defaults.get(name);
  if (fallback !== undefined) invocation.explainer?.found(name, fallback, "defaults");
  return fallback;
}
