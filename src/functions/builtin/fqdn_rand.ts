import { hash } from "node:crypto";
import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import { isTrue } from "../../evaluate/truth.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { MersenneTwister } from "../mersenne-twister.ts";
import { leadingInteger } from "../numeric-text.ts";

/** An integer from 0 to below a maximum that is always the same for one node and seed. */
export const fqdn_rand = defineLegacyFunction(
  "fqdn_rand",
  -2,
  (call, [max, seed = null, downcase = null]) => {
    const limit = integerOf(max!);
    const name = fqdn(call);
    const text = [isTrue(downcase) ? name.toLowerCase() : name, String(limit), rubyText(seed)].join(":");
    if (limit <= 0n) fail("ARGUMENT_ERROR", `invalid argument - ${limit}`);
    return new MersenneTwister(BigInt(`0x${hash("md5", text, "hex")}`)).below(limit);
  },
);

function integerOf(value: Value): bigint {
  if (typeof value === "bigint") return value;
  return typeof value === "number" ? BigInt(Math.trunc(value)) : leadingInteger(String(value));
}

/** The node's name on the network, from its facts; empty when there is none. */
export function fqdn({ scope }: Pick<Call, "scope">): string {
  const facts = scope.lookup("facts");
  const networking = facts instanceof Hash ? facts.get("networking") : undefined;
  const name = networking instanceof Hash ? networking.get("fqdn") : undefined;
  return typeof name === "string" ? name : "";
}
