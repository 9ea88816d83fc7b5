import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";

/** The elements of an array, and of arrays in it, as one text. */
export const join = defineFunction("join", {
  params: [param("Array", "arg"), optionalParam("String", "delimiter")],
  body: (_call, arg: readonly Value[], delimiter = "") => joined(arg, delimiter as string),
});

/** Ruby's `join`: arrays in the array are joined the same way. */
export function joined(values: readonly Value[], delimiter: string): string {
  return values
    .map((value) => (Array.isArray(value) ? joined(value, delimiter) : rubyText(value)))
    .join(delimiter);
}
