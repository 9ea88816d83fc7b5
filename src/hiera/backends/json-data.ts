import { JsonProblem, readJson } from "../../formats/json/read-json.ts";
import type { Value } from "../../values/value.ts";
import type { LookupContext } from "../context.ts";
import { lookupFail } from "../lookup-failure.ts";

/** The value in a JSON file. */
export function jsonData(path: string, context: LookupContext): Value {
  return context.cachedFileData(path, "json", (content) => {
    try {
      return readJson(content);
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      const { line, column } = error;
      return lookupFail(`Unable to parse (${path}): ${error.message}`, { file: path, line, column });
    }
  });
}
