import { isTrue } from "../../evaluate/truth.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** The value at the end of a path like `a/0/b`, or a default; deprecated. */
export const try_get_value = defineLegacyFunction("try_get_value", -2, (call, args) => {
  const { compilation, scope } = call;
  const message = "try_get_value() DEPRECATED: this function is deprecated, please use dig() instead.";
  compilation.log({ level: "warning", message, source: scope.toString() });
  const [data, path = "", fallback = null, separator = "/"] = args;
  const isCollection = data instanceof Hash || Array.isArray(data);
  if (!isCollection || path === "") return isTrue(fallback) ? fallback : data!;
  const keys = rubyText(path)
    .split(rubyText(separator))
    .map((key): Value => (/^\d+$/.test(key) ? BigInt(key) : key));
  return compilation.functions.call(
    "dig44",
    fallback === null ? [data, keys] : [data, keys, fallback],
    scope,
    call.place,
  );
});
