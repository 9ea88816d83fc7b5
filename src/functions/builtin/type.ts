import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { infer, inferSet } from "../../types/infer.ts";

/** The data type of a value: in detail, reduced to one element type, or generalized. */
export const type = defineFunction(
  "type",
  {
    params: [param("Any", "value"), optionalParam("Enum[detailed]", "inference_method")],
    body: (_call, value) => inferSet(value!),
  },
  {
    params: [param("Any", "value"), param("Enum[reduced]", "inference_method")],
    body: (_call, value) => infer(value!),
  },
  {
    params: [param("Any", "value"), param("Enum[generalized]", "inference_method")],
    body: (_call, value) => infer(value!).generalize(),
  },
);
