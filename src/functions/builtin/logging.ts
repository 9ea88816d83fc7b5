import { fail as raise } from "../../diagnostics/failure.ts";
import type { LogLevel } from "../../diagnostics/log.ts";
import { type BuiltinFunction, defineFunction, repeatedParam } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

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

/** Logs its arguments at the level alert. */
const alert = defineLogFunction("alert");

/** Logs its arguments at the level crit. */
const crit = defineLogFunction("crit");

/** Logs its arguments at the level debug. */
const debug = defineLogFunction("debug");

/** Logs its arguments at the level emerg. */
const emerg = defineLogFunction("emerg");

/** Logs its arguments at the level err. */
const err = defineLogFunction("err");

/** Logs its arguments at the level info. */
const info = defineLogFunction("info");

/** Logs its arguments at the level notice. */
const notice = defineLogFunction("notice");

/** Logs its arguments at the level warning. */
const warning = defineLogFunction("warning");

/** Ends the compilation with a message. */
const fail = defineLegacyFunction("fail", -1, (_call, args) => raise("FAIL", args.map(rubyText).join(" ")));

/** The functions of this chapter. */
export const loggingFunctions: readonly BuiltinFunction[] = [
  alert,
  crit,
  debug,
  emerg,
  err,
  info,
  notice,
  warning,
  fail,
];
