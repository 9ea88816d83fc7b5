import { toJson } from "../../values/json.ts";
import { defineFunction, param } from "../function.ts";

/** A value as JSON on one line. */
export const to_json = defineFunction("to_json", {
  params: [param("Any", "data")],
  body: (_call, data) => toJson(data!),
});
