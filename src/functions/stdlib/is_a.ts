import type { Type } from "../../types/type.ts";
import { defineFunction, param } from "../function.ts";

/** Whether a value is of a type. */
export const is_a = defineFunction("is_a", {
  params: [param("Any", "value"), param("Type", "type")],
  body: (_call, value, type: Type) => type.isInstance(value!),
});
