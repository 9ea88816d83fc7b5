import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import { defineFunction, optionalParam, param, repeatedParam } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { isIntegerLike } from "./is_integer.ts";

const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A text of random characters that is always the same for one node and seed. */
export const fqdn_rand_string = defineLegacyFunction(
  "fqdn_rand_string",
  -2,
  (call, [length, characters, ...seed]) => {
    if (!isIntegerLike(length!) || BigInt(length as string) <= 0n) {
      fail("ARGUMENT_ERROR", "fqdn_rand_string(): first argument must be a positive integer");
    }
    if (characters !== undefined && typeof characters !== "string") {
      fail("ARGUMENT_ERROR", "fqdn_rand_string(): second argument must be undef or a string");
    }
    return randomText(call, Number(length), characters ?? "", seed);
  },
);

/** The same with checked arguments. */
export const stdlib_fqdn_rand_string = defineFunction("stdlib::fqdn_rand_string", {
  params: [
    param("Integer[1]", "length"),
    optionalParam("Optional[String]", "charset"),
    repeatedParam("Any", "seed"),
  ],
  body: (call, length: bigint, characters: Value = null, ...seed: Value[]) =>
    randomText(call, Number(length), rubyText(characters), seed),
});

function randomText(call: Call, length: number, characters: string, seed: readonly Value[]): string {
  const set = [...(characters === "" ? ALPHANUMERIC : characters)];
  const { compilation, scope, place } = call;
  const one = (position: number) => {
    const text = [...seed.map(rubyText), position].join(":");
    return set[Number(compilation.functions.call("fqdn_rand", [BigInt(set.length), text], scope, place))]!;
  };
  return Array.from({ length }, (_, i) => one(i + 1)).join("");
}
