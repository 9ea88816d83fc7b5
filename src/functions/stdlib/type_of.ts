import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { inferSet } from "../../types/infer.ts";

/** The data type of a value in detail. */
export const type_of = defineFunction("type_of", {
  params: [param("Any", "value")],
  body: (_call, value) => inferSet(value!),
});
