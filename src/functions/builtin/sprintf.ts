import { rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { sprintf as format } from "../sprintf/sprintf.ts";

/** The arguments written as a format says. */
export const sprintf = defineLegacyFunction("sprintf", -2, (_call, [text, ...args]) =>
  format(rubyText(text!), args),
);
