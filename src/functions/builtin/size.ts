import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { lengthOf } from "./length.ts";

/** The same as `length`. */
export const size = defineFunction("size", {
  params: [param("Variant[Collection, String, Binary]", "arg")],
  body: (_call, arg: Parameters<typeof lengthOf>[0]) => lengthOf(arg),
});
