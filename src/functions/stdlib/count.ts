import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { rubyEqual } from "../ruby-equal.ts";

/** How many elements are equal to a value, or are neither undef nor an empty string. */
export const count = defineLegacyFunction("count", -2, (_call, args) => {
  if (args.length > 2)
    fail("ARGUMENT_ERROR", `count(): Wrong number of arguments given ${args.length} for 1 or 2.`);
  const [collection, item] = args;
  const elements: readonly Value[] =
    collection instanceof Hash ? [...collection] : (collection as readonly Value[]);
  if (!Array.isArray(elements)) return typeof collection === "string" ? 0n : BigInt(0);
  const wanted = item === undefined || item === false ? undefined : item;
  return BigInt(
    elements.filter((e) => (wanted === undefined ? e !== null && e !== "" : rubyEqual(e, wanted))).length,
  );
});
