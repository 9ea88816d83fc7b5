import { inferSet } from "../../types/infer.ts";
import { defineFunction, param } from "../function.ts";

/** The data type of a value in detail. */
export const type_of = defineFunction("type_of", {
  params: [param("Any", "value")],
  body: (_call, value) => inferSet(value!),
});
