import type { BuiltinFunction } from "./function.ts";

const FUNCTIONS: readonly BuiltinFunction[] = [];

/** The functions of the module puppetlabs-stdlib, by name. */
export const stdlibFunctions: ReadonlyMap<string, BuiltinFunction> = new Map(
  FUNCTIONS.map((f) => [f.name, f]),
);
