import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** An array or hash without undef values. */
export const delete_undef_values = defineLegacyFunction(
  "delete_undef_values",
  -1,
  (_call, [value, ...rest]) => {
    if (value === undefined)
      parseError(`delete_undef_values(): Wrong number of arguments given (${rest.length})`);
    if (Array.isArray(value)) return (value as readonly Value[]).filter((element) => element !== null);
    if (value instanceof Hash) return Hash.from([...value].filter(([, element]) => element !== null));
    const what = `${rubyText(value)} type  ${rubyClass(value)} `;
    return parseError(`delete_undef_values(): expected an array or hash, got ${what}`);
  },
);
