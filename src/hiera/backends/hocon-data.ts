import { HoconProblem } from "../../formats/hocon/node.ts";
import { readHocon } from "../../formats/hocon/read-hocon.ts";
import { givenEnvironment } from "../../machine/runtime-variables.ts";
import type { Value } from "../../values/value.ts";
import type { LookupContext } from "../context.ts";
import { lookupFail } from "../lookup-failure.ts";

/** The value in a HOCON file. */
export function hoconData(path: string, context: LookupContext): Value {
  return context.cachedFileData(path, "hocon", (content) => {
    try {
      return readHocon(content, givenEnvironment());
    } catch (error) {
      if (!(error instanceof HoconProblem)) throw error;
      return lookupFail(`Unable to parse (${path}): ${error.message}`, { file: path, line: error.line });
    }
  });
}
