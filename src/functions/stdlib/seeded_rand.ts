import { hash } from "node:crypto";
import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { MersenneTwister } from "../mersenne-twister.ts";
import { isIntegerLike } from "./is_integer.ts";

/** An integer from 0 to below a maximum that is always the same for one seed. */
export const seeded_rand = defineLegacyFunction("seeded_rand", 2, (_call, [max, seed]) => {
  if (!isIntegerLike(max!) || BigInt(max as string) <= 0n) {
    fail("ARGUMENT_ERROR", "seeded_rand(): first argument must be a positive integer");
  }
  if (typeof seed !== "string") fail("ARGUMENT_ERROR", "seeded_rand(): second argument must be a string");
  return seeded(BigInt(max as string), seed);
});

/** The same with checked arguments. */
export const stdlib_seeded_rand = defineFunction("stdlib::seeded_rand", {
  params: [param("Integer[1]", "max"), param("String", "seed")],
  body: (_call, max: bigint, seed: string) => seeded(max, seed),
});

function seeded(max: bigint, seed: string): bigint {
  return new MersenneTwister(BigInt(`0x${hash("md5", seed, "hex")}`)).below(max);
}
