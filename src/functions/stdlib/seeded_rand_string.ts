import { hash } from "node:crypto";
import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { MersenneTwister } from "../mersenne-twister.ts";

const ALPHANUMERIC = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A text of random characters that is always the same for one seed. */
export const seeded_rand_string = defineFunction("seeded_rand_string", {
  params: [param("Integer[1]", "length"), param("String", "seed"), optionalParam("String[2]", "charset")],
  body(_call, length: bigint, seed: string, characters = ALPHANUMERIC) {
    const random = new MersenneTwister(BigInt(`0x${hash("sha256", seed, "hex")}`));
    const set = [...(characters as string)];
    return Array.from({ length: Number(length) }, () => set[Number(random.below(BigInt(set.length)))]!).join(
      "",
    );
  },
});
