import { hash } from "node:crypto";
import { defineFunction, param, repeatedParam } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/flatten.ts";
import { fqdn } from "../builtin/fqdn_rand.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { MersenneTwister } from "../mersenne-twister.ts";
import { parseError } from "../parse-error.ts";

/** An array or text turned round by a number of places that is always the same for one node and seed. */
export const fqdn_rotate = defineLegacyFunction("fqdn_rotate", -1, ({ scope }, [value, ...seed]) => {
  const name = toText(scope.lookup("::fqdn") ?? null);
  if (value === undefined) parseError("fqdn_rotate(): Wrong number of arguments given (0 for 1)");
  if (typeof value === "string") return rotated(name, [...value], seed).join("");
  if (!Array.isArray(value)) parseError("fqdn_rotate(): Requires either array or string to work with");
  return rotated(name, value, seed);
});

const seeds = repeatedParam("Variant[Integer,String]", "seeds");

/** The same with checked arguments, for the name that the fact `networking` gives. */
export const stdlib_fqdn_rotate = defineFunction(
  "stdlib::fqdn_rotate",
  {
    params: [param("String", "input"), seeds],
    returns: "String",
    body: (call, text: string, ...seed: Value[]) => rotated(fqdn(call), [...text], seed).join(""),
  },
  {
    params: [param("Array", "input"), seeds],
    returns: "Array",
    body: (call, list: readonly Value[], ...seed: Value[]) => rotated(fqdn(call), list, seed),
  },
);

function rotated<T extends Value>(
  name: string,
  elements: readonly T[],
  seed: readonly Value[],
): readonly T[] {
  if (elements.length <= 1) return elements;
  const text = `${name}:${flattened(seed).map(rubyText).join(":")}`;
  const random = new MersenneTwister(BigInt(`0x${hash("md5", text, "hex")}`));
  const offset = Number(random.below(BigInt(elements.length)));
  return [...elements.slice(offset), ...elements.slice(0, offset)];
}
