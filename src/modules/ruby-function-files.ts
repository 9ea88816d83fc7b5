import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./environment.ts";

/** A function that a module or the environment brings written in Ruby, in one of Puppet's two function APIs. */
export interface RubyFunctionFile {
  /** "environment" for the environment's own. */
  readonly module: string;
  readonly file: string;
  readonly api: 3 | 4;
}

/** Where a function written in Ruby is: the environment goes before modules, and the newer API before the older one. */
export function findRubyFunction(name: string, environment: Environment): RubyFunctionFile | undefined {
  const path = name.split("::");
  const places = placesOf(path, environment);
  return (
    first(places, 4, ["lib/puppet/functions", ...path]) ??
    (path.length === 1 ? first(places, 3, ["lib/puppet/parser/functions", name]) : undefined)
  );
}

interface FunctionPlace {
  readonly name: string;
  readonly path: string;
}

function placesOf(
  [owner = "", ...rest]: readonly string[],
  environment: Environment,
): readonly FunctionPlace[] {
  const own = environment.path === undefined ? [] : [{ name: "environment", path: environment.path }];
  if (rest.length === 0) return [...own, ...environment.modules()];
  if (owner === "environment") return own;
  const module = environment.module(owner);
  return module === undefined ? own : [...own, module];
}

function first(
  places: readonly FunctionPlace[],
  api: 3 | 4,
  path: readonly string[],
): RubyFunctionFile | undefined {
  for (const { name, path: root } of places) {
    const file = `${join(root, ...path)}.rb`;
    if (existsSync(file)) return { module: name, file, api };
  }
  return undefined;
}
