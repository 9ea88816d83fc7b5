import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, optionalBlock, optionalParam, param } from "../../evaluate/functions/function.ts";
import { getFrom } from "./get.ts";

/** The value of a variable given by its name, or at the end of a dotted path into it; a default for when there is none. */
export const getvar = defineFunction(
  "getvar",
  {
    params: [
      param("Pattern[/\\A(?:::)?(?:[a-z]\\w*::)*[a-z_]\\w*(?:\\.|\\Z)/]", "get_string"),
      optionalParam("Any", "default_value"),
    ],
    block: optionalBlock("Callable[1,1]"),
    body(call, path: string, fallback = null) {
      const [, name, rest] = /^((?:::)?(?:\w+::)*\w+)([\s\S]*)$/.exec(path)!;
      if (rest !== "" && !rest!.startsWith(".")) {
        const character = [...rest!][0]!;
        fail(
          "ARGUMENT_ERROR",
          `First character after var name in get string must be a '.' - got ${character}`,
        );
      }
      const value = call.scope.lookup(name!);
      return value === undefined ? fallback : getFrom(call, value, rest!.slice(1), fallback);
    },
  },
  {
    mismatch: true,
    params: [param("String", "get_string"), optionalParam("Any", "default_value")],
    block: optionalBlock("Callable"),
    body: () => "The given string does not start with a valid variable name",
  },
);
