import { hash } from "node:crypto";
import { rubyText } from "../../evaluate/ruby-text.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/flatten.ts";
import { fqdn } from "../builtin/fqdn_rand.ts";
import type { Call } from "../call.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { MersenneTwister } from "../mersenne-twister.ts";
import { parseError } from "../parse-error.ts";

/** An array or text turned round by a number of places that is always the same for one node and seed. */
export const fqdn_rotate = defineLegacyFunction("fqdn_rotate", -1, (call, [value, ...seed]) => {
  if (value === undefined) parseError("fqdn_rotate(): Wrong number of arguments given (0 for 1)");
  if (typeof value === "string") return rotated(call, [...value], seed).join("");
  if (!Array.isArray(value)) parseError("fqdn_rotate(): Requires either array or string to work with");
  return rotated(call, value, seed);
});

function rotated<T extends Value>(call: Call, elements: readonly T[], seed: readonly Value[]): readonly T[] {
  if (elements.length <= 1) return elements;
  const text = [fqdn(call), ...flattened(seed).map(rubyText)].join(":");
  const random = new MersenneTwister(BigInt(`0x${hash("md5", text, "hex")}`));
  const offset = Number(random.below(BigInt(elements.length)));
  return [...elements.slice(offset), ...elements.slice(0, offset)];
}
