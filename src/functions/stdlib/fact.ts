import type { Call } from "../../evaluate/functions/call.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

/** The value of a fact by its dotted name; names with dots in them stand in double quotes. */
export const fact = defineFunction("fact", {
  params: [param("String", "fact_name")],
  body(call, name: string) {
    const path = [...name.matchAll(/([^."]+)|"([^"]+)"/g)].map(([, bare, quoted]) => bare ?? quoted!);
    let value: Value = call.compilation.node.facts;
    for (const [depth, key] of path.entries()) {
      if (value === null) return null;
      value = step(call, name, value, key, path.slice(0, depth));
    }
    return value;
  },
});

function step(call: Call, name: string, value: Value, key: string, walked: readonly string[]): Value {
  if (value instanceof Hash) return value.get(key) ?? null;
  if (Array.isArray(value) && /^[-+]?\d+$/.test(key)) return value.at(Number(key)) ?? null;
  const path = walked.map((part) => (part.includes(".") ? `"${part}"` : part)).join(".");
  const why = Array.isArray(value)
    ? `is an array; cannot index to '${key}'`
    : `is not a collection; cannot walk to '${key}'`;
  call.compilation.log({
    level: "warning",
    message: `fact request for ${name} returning nil: '${path}' ${why}`,
  });
  return null;
}
