import { fail as raise } from "../../diagnostics/failure.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** Ends the compilation with a message. */
export const fail = defineLegacyFunction("fail", -1, (_call, args) =>
  raise("FAIL", args.map(rubyText).join(" ")),
);
