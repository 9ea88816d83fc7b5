import { defineFunction, repeatedParam } from "../../evaluate/functions/function.ts";
import type { Value } from "../../values/value.ts";

/** All arguments as one array without arrays in it. */
export const flatten = defineFunction("flatten", {
  params: [repeatedParam("Any", "args")],
  body: (_call, ...args: Value[]) => flattened(args),
});

/** The elements of nested arrays in one. */
export function flattened(values: readonly Value[]): Value[] {
  return values.flatMap((value) => (Array.isArray(value) ? flattened(value) : [value]));
}
