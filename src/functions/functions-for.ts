import type { BuiltinFunction } from "../evaluate/functions/function.ts";
import type { Environment } from "../modules/environment.ts";
import { builtinFunctions } from "./builtin-functions.ts";
import { stdlibFunctions } from "./stdlib-functions.ts";

/** Functions by name, written in TypeScript. */
export interface NativeFunctions {
  find(name: string): BuiltinFunction | undefined;
  names(): Iterable<string>;
}

/** The functions of Puppet, and where the module stdlib is installed those that it brings in Ruby. */
export function functionsFor(environment: Environment): NativeFunctions {
  const hasStdlib = () => environment.module("stdlib") !== undefined;
  return {
    find: (name) => builtinFunctions.get(name) ?? (hasStdlib() ? stdlibFunctions.get(name) : undefined),
    *names() {
      yield* builtinFunctions.keys();
      if (hasStdlib()) yield* stdlibFunctions.keys();
    },
  };
}
