import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { characterSet } from "../character-set.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { rubyEqual } from "../ruby-equal.ts";

/** How many elements are equal to a value, or are neither undef nor an empty string. */
export const count = defineLegacyFunction("count", -2, (_call, args) => {
  if (args.length > 2)
    fail("ARGUMENT_ERROR", `count(): Wrong number of arguments given ${args.length} for 1 or 2.`);
  const [collection, item] = args;
  if (typeof collection === "string") return countedCharacters(collection, item);
  const elements: readonly Value[] =
    collection instanceof Hash ? [...collection] : (collection as readonly Value[]);
  if (!Array.isArray(elements)) return 0n;
  const wanted = item === undefined || item === false ? undefined : item;
  return BigInt(
    elements.filter((e) => (wanted === undefined ? e !== null && e !== "" : rubyEqual(e, wanted))).length,
  );
});

/** Ruby's String#count: the characters of a set. */
function countedCharacters(text: string, characters: Value | undefined): Value {
  if (characters === undefined || characters === false || characters === null)
    return fail("ARGUMENT_ERROR", "wrong number of arguments (given 0, expected 1+)");
  if (characters === "") return 0n;
  return BigInt(text.match(new RegExp(characterSet(rubyText(characters)), "gu"))?.length ?? 0);
}
