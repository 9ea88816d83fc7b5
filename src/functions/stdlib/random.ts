import { createHash, hash, randomInt } from "node:crypto";
import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, optionalParam, param, repeatedParam } from "../../evaluate/functions/function.ts";
import { boundedCount } from "../../values/materialize.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import { fqdn } from "../builtin/fqdn_rand.ts";
import { flattened } from "../builtin/grouping.ts";
import { implicitText } from "../implicit-text.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { MersenneTwister } from "../mersenne-twister.ts";
import { isIntegerLike } from "./checks.ts";

/** An array or a text in an order that chance gives. */
const shuffle = defineLegacyFunction("shuffle", -1, (_call, [value, ...rest]) => {
  if (value === undefined) parseError(`shuffle(): Wrong number of arguments given (${rest.length} for 1)`);
  if (typeof value === "string") return shuffled([...value]).join("");
  return Array.isArray(value)
    ? shuffled(value)
    : parseError("shuffle(): Requires either array or string to work with");
});

function shuffled<T>(values: readonly T[]): T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

/** An integer from 0 to below a maximum that is always the same for one seed. */
const seeded_rand = defineLegacyFunction("seeded_rand", 2, (_call, [max, seed]) => {
  if (!isIntegerLike(max!) || BigInt(max as string) <= 0n) {
    fail("ARGUMENT_ERROR", "seeded_rand(): first argument must be a positive integer");
  }
  if (typeof seed !== "string") fail("ARGUMENT_ERROR", "seeded_rand(): second argument must be a string");
  return seeded(BigInt(max as string), seed);
});

/** The same with checked arguments. */
const stdlib_seeded_rand = defineFunction("stdlib::seeded_rand", {
  params: [param("Integer[1]", "max"), param("String", "seed")],
  body: (_call, max: bigint, seed: string) => seeded(max, seed),
});

function seeded(max: bigint, seed: string): bigint {
  return new MersenneTwister(BigInt(`0x${hash("md5", seed, "hex")}`)).below(max);
}

const ALPHANUMERIC = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A text of random characters that is always the same for one seed. */
const seeded_rand_string = defineFunction("seeded_rand_string", {
  params: [param("Integer[1]", "length"), param("String", "seed"), optionalParam("String[2]", "charset")],
  body(_call, length: bigint, seed: string, characters = ALPHANUMERIC) {
    const random = new MersenneTwister(BigInt(`0x${hash("sha256", seed, "hex")}`));
    const set = [...(characters as string)];
    return Array.from(
      { length: boundedCount(Number(length)) },
      () => set[Number(random.below(BigInt(set.length)))]!,
    ).join("");
  },
});

/** The same characters in another order: both orders are those of stdlib, and the results depend on them. */
const NODE_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A text of random characters that is always the same for one node and seed. */
const fqdn_rand_string = defineLegacyFunction(
  "fqdn_rand_string",
  -2,
  (call, [length, characters, ...seed]) => {
    if (!isIntegerLike(length!) || BigInt(length as string) <= 0n) {
      fail("ARGUMENT_ERROR", "fqdn_rand_string(): first argument must be a positive integer");
    }
    if (characters !== undefined && typeof characters !== "string") {
      fail("ARGUMENT_ERROR", "fqdn_rand_string(): second argument must be undef or a string");
    }
    return randomText(call, boundedCount(Number(length)), characters ?? "", seed);
  },
);

/** The same with checked arguments. */
const stdlib_fqdn_rand_string = defineFunction("stdlib::fqdn_rand_string", {
  params: [
    param("Integer[1]", "length"),
    optionalParam("Optional[String]", "charset"),
    repeatedParam("Any", "seed"),
  ],
  body: (call, length: bigint, characters: Value = null, ...seed: Value[]) =>
    randomText(call, boundedCount(Number(length)), rubyText(characters), seed),
});

function randomText(call: Call, length: number, characters: string, seed: readonly Value[]): string {
  const set = [...(characters === "" ? NODE_ALPHANUMERIC : characters)];
  const { compilation, scope, place } = call;
  const one = (position: number) => {
    const text = [...seed.map(rubyText), position].join(":");
    return set[Number(compilation.functions.call("fqdn_rand", [BigInt(set.length), text], scope, place))]!;
  };
  return Array.from({ length }, (_, i) => one(i + 1)).join("");
}

/** An array or text turned round by a number of places that is always the same for one node and seed. */
const fqdn_rotate = defineLegacyFunction("fqdn_rotate", -1, ({ scope }, [value, ...seed]) => {
  const name = toText(scope.lookup("::fqdn") ?? null);
  if (value === undefined) parseError("fqdn_rotate(): Wrong number of arguments given (0 for 1)");
  if (typeof value === "string") return rotated(name, [...value], seed).join("");
  if (!Array.isArray(value)) parseError("fqdn_rotate(): Requires either array or string to work with");
  return rotated(name, value, seed);
});

const seeds = repeatedParam("Variant[Integer,String]", "seeds");

/** The same with checked arguments, for the name that the fact `networking` gives. */
const stdlib_fqdn_rotate = defineFunction(
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

const DNS_NAMESPACE = Buffer.from("6ba7b8109dad11d180b400c04fd430c8", "hex");

/** The UUID (version 5) of a domain name. */
const fqdn_uuid = defineLegacyFunction("fqdn_uuid", -1, (_call, args) => {
  if (args.length === 0) fail("ARGUMENT_ERROR", "fqdn_uuid: No arguments given");
  if (args.length > 1) fail("ARGUMENT_ERROR", `fqdn_uuid: Too many arguments given (${args.length})`);
  const bytes = createHash("sha1")
    .update(DNS_NAMESPACE)
    .update(implicitText(args[0]!))
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
});

/** The functions of this chapter. */
export const randomFunctions: readonly BuiltinFunction[] = [
  shuffle,
  seeded_rand,
  stdlib_seeded_rand,
  seeded_rand_string,
  fqdn_rand_string,
  stdlib_fqdn_rand_string,
  fqdn_rotate,
  stdlib_fqdn_rotate,
  fqdn_uuid,
];
