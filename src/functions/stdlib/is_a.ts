import { defineFunction, param } from "../../evaluate/functions/function.ts";
import type { Type } from "../../values/type.ts";

/** Whether a value is of a type. */
export const is_a = defineFunction("is_a", {
  params: [param("Any", "value"), param("Type", "type")],
  body: (_call, value, type: Type) => type.isInstance(value!),
});
