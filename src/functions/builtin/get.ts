import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import { defineFunction, optionalBlock, optionalParam, param } from "../../evaluate/functions/function.ts";
import { splitKey } from "../../hiera/split-key.ts";
import type { Value } from "../../values/value.ts";
import { ErrorWithData } from "../error-with-data.ts";
import { digInto } from "./dig.ts";

/** The value at the end of a dotted path into a value; a default or the lambda for when there is none. */
export const get = defineFunction("get", {
  params: [param("Any", "value"), param("String", "dotted_string"), optionalParam("Any", "default_value")],
  block: optionalBlock("Callable[1,1]"),
  body: (call, value, path: string, fallback = null) => getFrom(call, value!, path, fallback),
});

/** Follow a dotted path; failures to go on are given to the call's lambda when it has one. */
export function getFrom({ block }: Call, value: Value, path: string, fallback: Value): Value {
  if (value === null) return fallback;
  if (path === "") return value;
  const segments = splitKey(`x.${path}`)?.slice(1);
  if (!segments) fail("ARGUMENT_ERROR", "Syntax error in dotted-navigation string");
  try {
    return digInto(value, segments) ?? fallback;
  } catch (thrown) {
    if (!block || !(thrown instanceof ErrorWithData)) throw thrown;
    return block.call([thrown.toValue()]);
  }
}
