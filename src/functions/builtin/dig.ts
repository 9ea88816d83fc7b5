import { defineFunction, param, repeatedParam } from "../../evaluate/functions/function.ts";
import { infer } from "../../types/infer.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { ErrorWithData } from "../error-with-data.ts";

/** The value at the end of a path of keys and indexes; undef as soon as a step leads nowhere. */
export const dig = defineFunction("dig", {
  params: [param("Optional[Collection]", "data"), repeatedParam("Any", "arg")],
  body: (_call, data, ...path: Value[]) => digInto(data!, path),
});

/** The value at the end of a path; fails when a step goes into something that holds nothing. */
export function digInto(data: Value, path: readonly Value[]): Value {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || key === null) return null;
    value = step(value, key, path.slice(0, depth));
  }
  return value;
}

function step(value: Value, key: Value, walked: readonly Value[]): Value {
  if (value instanceof Hash) return value.get(key) ?? null;
  if (!Array.isArray(value)) {
    const type = infer(value);
    const message = `The given data does not contain a Collection at ${inspect(walked)}, got '${type}'`;
    throw new ErrorWithData("SLICE_ERROR", "EXPECTED_COLLECTION", message, {
      walked_path: walked,
      value_type: type,
    });
  }
  if (typeof key !== "bigint") {
    const path = [...walked, key];
    const type = infer(key);
    const message = `The given data requires an Integer index at ${inspect(path)}, got '${type}'`;
    throw new ErrorWithData("SLICE_ERROR", "EXPECTED_INTEGER_INDEX", message, {
      walked_path: path,
      index_type: type,
    });
  }
  return value.at(Number(key)) ?? null;
}

/** A path as Ruby prints an array. */
function inspect(path: readonly Value[]): string {
  return `[${path.map((key) => (typeof key === "string" ? JSON.stringify(key) : String(key))).join(", ")}]`;
}
