import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { toJson } from "../../formats/json/parse-json.ts";

/** A value as JSON on one line. */
export const to_json = defineFunction("to_json", {
  params: [param("Any", "data")],
  body: (_call, data) => toJson(data!),
});
