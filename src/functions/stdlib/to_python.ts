import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import { toData } from "../../values/rich-data/to-data.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";

/** A value as a literal of Python. */
export const to_python = defineFunction("to_python", {
  params: [param("Any", "object")],
  body: (_call, object) => literal(toData(object!, { rich: true })),
});

function literal(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (!(value instanceof Hash)) return rubyInspect(value);
  return `{${[...value].map(([key, element]) => `${literal(key)}: ${literal(element)}`).join(", ")}}`;
}
