import type { LogLevel } from "../diagnostics/log.ts";
import { type BuiltinFunction, defineFunction, repeatedParam } from "../evaluate/functions/function.ts";
import { toText } from "../values/to-text.ts";
import type { Value } from "../values/value.ts";

/** A function that logs its arguments, joined by spaces, in the name of the scope that calls it. */
export function defineLogFunction(level: LogLevel): BuiltinFunction {
  return defineFunction(level, {
    params: [repeatedParam("Any", "values")],
    returns: "Undef",
    body({ scope, compilation, place }, ...values: Value[]) {
      compilation.log({ level, message: values.map(toText).join(" "), source: scope.toString(), place });
      return null;
    },
  });
}
