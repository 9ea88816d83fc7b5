import { type BuiltinFunction, defineFunction, param } from "../evaluate/functions/function.ts";
import type { Value } from "../values/value.ts";
import { elements } from "./iterable.ts";

/** A function that changes a string, or each string of an iterable; numbers stay as they are. */
export function defineStringChange(name: string, change: (text: string) => string): BuiltinFunction {
  const changed = (value: Value) => (typeof value === "string" ? change(value) : value);
  return defineFunction(
    name,
    { params: [param("Numeric", "arg")], body: (_call, arg) => arg! },
    { params: [param("String", "arg")], body: (_call, arg: string) => change(arg) },
    {
      params: [param("Iterable[Variant[String, Numeric]]", "arg")],
      body: (_call, arg) => Array.from(elements(arg!), changed),
    },
  );
}
