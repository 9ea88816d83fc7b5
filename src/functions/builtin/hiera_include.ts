import { fail } from "../../diagnostics/failure.ts";
import { defineHieraFunction } from "../hiera-function.ts";

/** Includes the classes that all levels of layered data list under a key. */
export const hiera_include = defineHieraFunction("hiera_include", "unique", (call, key, value) => {
  if (value === null) return fail("MISSING_DATA", `Could not find data item ${key}`);
  if (Array.isArray(value) && value.length === 0) return null;
  return call.compilation.functions.call("include", [value], call.scope, call.place);
});
