import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BuiltinFunction } from "../evaluate/functions/function.ts";
import type { Environment } from "../modules/environment.ts";
import { builtinFunctions } from "./builtin-functions.ts";
import { stdlibFunctions } from "./stdlib-functions.ts";

/** Functions by name, written in TypeScript. */
export interface NativeFunctions {
  find(name: string): BuiltinFunction | undefined;
  names(): Iterable<string>;
}

/** The functions of Puppet, and those of the installed release of the module stdlib, which it brings in Ruby. */
export function functionsFor(environment: Environment): NativeFunctions {
  const known = new Map<string, boolean>();
  const isThere = (name: string): boolean => {
    const there = known.get(name) ?? bringsFunction(environment.module("stdlib")?.path, name);
    known.set(name, there);
    return there;
  };
  return {
    find: (name) =>
      builtinFunctions.get(name) ??
      (stdlibFunctions.has(name) && isThere(name) ? stdlibFunctions.get(name) : undefined),
    *names() {
      yield* builtinFunctions.keys();
      yield* [...stdlibFunctions.keys()].filter(isThere);
    },
  };
}

/** Whether a module has the Ruby file of a function, in either of Puppet's function APIs. */
function bringsFunction(module: string | undefined, name: string): boolean {
  if (module === undefined) return false;
  const file = `${join(...name.split("::"))}.rb`;
  return ["functions", "parser/functions"].some((api) => existsSync(join(module, "lib/puppet", api, file)));
}
