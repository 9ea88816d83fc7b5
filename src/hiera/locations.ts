import { existsSync, globSync, statSync } from "node:fs";
import { isAbsolute, join, normalize } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import { Hash } from "../values/hash.ts";
import { rubyInspect } from "../values/ruby/inspect.ts";
import type { Value } from "../values/value.ts";
import type { CollectingInvocation } from "./config/hiera-config.ts";
import type { ExplainedLocation } from "./explain/explainer.ts";
import { interpolate } from "./interpolation/interpolate.ts";
import { variable } from "./interpolation/methods.ts";
import { Invocation } from "./invocation.ts";
import { lookupFail } from "./lookup-failure.ts";
import { withVariable } from "./lookup-scope.ts";
import { splitKey } from "./split-key.ts";

/** A path or URI of a hierarchy entry, before and after interpolation; URIs are taken to exist. */
export interface Location extends ExplainedLocation {
  readonly exists: boolean;
}

/** Ruby's Pathname#+: an absolute path stands for itself. */
export function joinPath(root: string, path: string): string {
  return isAbsolute(path) ? path : normalize(join(root, path)).replace(/(.)\/$/, "$1");
}

/** Interpolate a text of a configuration: variables only, no lookups. */
export function interpolateText(text: string, invocation: Invocation): string {
  return interpolate(text, invocation, false) as string;
}

/** The paths of an entry; `extension` is added where it is missing (Hiera 3 and 4). */
export function resolvePaths(
  datadir: string,
  paths: readonly string[],
  invocation: Invocation,
  extension = "",
): Location[] {
  return paths.map((original) => {
    const path = interpolateText(original, invocation);
    const location = joinPath(datadir, path.endsWith(extension) ? path : path + extension);
    return { kind: "path", original, location, exists: existsSync(location) };
  });
}

/** The files that globs match. */
export function expandGlobs(datadir: string, globs: readonly string[], invocation: Invocation): Location[] {
  return globs.flatMap((glob) => {
    const original = joinPath(datadir, interpolateText(glob, invocation));
    return expandGlob(original).map(
      (location): Location => ({ kind: "path", original, location, exists: true }),
    );
  });
}

/** The URIs of an entry. */
export function expandUris(uris: readonly string[], invocation: Invocation): Location[] {
  return uris.map((original) => ({
    kind: "uri",
    original,
    location: checkUri(interpolateText(original, invocation)),
    exists: true,
  }));
}

const URI_TEXT =
  /^(?:[\w\-.~!$&'()*+,;=:@/?[\]]|%[0-9A-Fa-f]{2})*(?:#(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?$/;

function checkUri(uri: string): string {
  if (!URI_TEXT.test(uri)) fail("ARGUMENT_ERROR", `bad URI(is not URI?): ${rubyInspect(uri)}`);
  return uri;
}

/** A path for each item of a variable: `[variable, name of the item, template]`. */
export function expandMappedPaths(
  datadir: string,
  [from = "", item = "", template = ""]: readonly string[],
  invocation: CollectingInvocation,
): Location[] {
  const mapped = variable(from, splitKey(from), invocation, "mapped_path[0]");
  return invocation.forgetting(item, () =>
    items(mapped).map((value) => {
      const scope = withVariable(invocation.scope, item, value);
      const path = interpolateText(template, remembering(invocation, scope));
      const location = joinPath(datadir, path);
      return { kind: "path", original: template, location, exists: existsSync(location) };
    }),
  );
}

function items(mapped: Value | undefined): readonly Value[] {
  if (mapped === undefined || mapped === null || mapped === "") return [];
  if (typeof mapped === "string") return [mapped];
  if (Array.isArray(mapped)) return mapped;
  if (mapped instanceof Hash) return [...mapped];
  return lookupFail("The variable of mapped_paths must be a String, an Array or a Hash");
}

function remembering(invocation: CollectingInvocation, scope: Invocation["scope"]): Invocation {
  const inner = new Invocation(invocation.layers, scope);
  inner.rememberVariable = (reading) => invocation.rememberVariable(reading);
  return inner;
}

/** The files (not directories) that a glob matches, in Ruby's order: names by bytes, braces one choice after another. */
export function expandGlob(pattern: string): string[] {
  refuseTooMany(pattern);
  const files = matches(pattern);
  return files.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === false);
}

/** More names than any directory of data has files. */
const MOST_NAMES = 100_000;

/** The choices of braces multiply, and each is a name to be looked for. */
function refuseTooMany(pattern: string): void {
  const names = [...pattern.matchAll(/\{([^{}]*)\}/g)].reduce(
    (count, [, choices = ""]) => count * choices.split(",").length,
    1,
  );
  if (names <= MOST_NAMES) return;
  const short = pattern.length > 60 ? `${pattern.slice(0, 60)}...` : pattern;
  fail(
    "TOO_MANY_NAMES",
    `The braces of the glob '${short}' stand for ${names} names, more than ${MOST_NAMES}`,
  );
}

function matches(pattern: string): string[] {
  const brace = /\{([^{}]*)\}/.exec(pattern);
  if (!brace) return globSync(pattern).sort(byNames);
  const cut = pattern.lastIndexOf("/", brace.index) + 1;
  const folder = pattern.slice(0, cut);
  const before = pattern.slice(cut, brace.index);
  const after = pattern.slice(brace.index + brace[0].length);
  const choices = (brace[1] ?? "").split(",").map((choice) => before + choice + after);
  return foldersOf(folder).flatMap((path) => choices.flatMap((choice) => matches(join(path, choice))));
}

/** Ruby takes the choices of a brace anew in each folder that the pattern before it matches. */
function foldersOf(pattern: string): string[] {
  return /[*?[{]/.test(pattern) && !pattern.includes("**") ? matches(pattern) : [pattern];
}

function byNames(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  const at = left.findIndex((name, index) => name !== right[index]);
  return at < 0 ? 0 : Buffer.compare(Buffer.from(left[at] ?? ""), Buffer.from(right[at] ?? ""));
}
