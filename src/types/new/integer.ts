import { fail } from "../../diagnostics/failure.ts";
import { Default } from "../../values/default.ts";
import type { Hash } from "../../values/hash.ts";
import { Timespan } from "../../values/timespan.ts";
import { Timestamp } from "../../values/timestamp.ts";
import type { Value } from "../../values/value.ts";
import { assertInstance } from "../assert-instance.ts";
import type { Constructor, LocalType } from "./constructor.ts";
import { cannotConvert } from "./conversion.ts";
import { integerOfText, signJoined } from "./number-text.ts";
import { absolute, INTEGER_PATTERN } from "./numeric.ts";

const SECOND = 1_000_000_000n;

/** `Integer.new`: truncates, and reads texts in radix 2, 8, 10 or 16. */
export const newInteger: Constructor = {
  name: "new",
  types: {
    Radix: "Variant[Default, Integer[2,2], Integer[8,8], Integer[10,10], Integer[16,16]]",
    Convertible: `Variant[Numeric, Boolean, Pattern[/${INTEGER_PATTERN}/], Timespan, Timestamp]`,
    NamedArgs: "Struct[{from => Convertible, Optional[radix] => Radix, Optional[abs] => Boolean}]",
  },
  dispatches: [
    {
      params: [
        ["Convertible", "from"],
        ["Radix", "radix", "optional"],
        ["Boolean", "abs", "optional"],
      ],
      body: (_context, from, radix, abs) => absolute(integerOf(from!, radix), abs),
    },
    {
      params: [["NamedArgs", "hash_args"]],
      body: (_context, args) => {
        const hash = args as Hash;
        return absolute(integerOf(hash.get("from")!, hash.get("radix")), hash.get("abs"));
      },
    },
  ],
  mismatches: [
    { params: [["Hash", "hash_args"]], words: (local, args) => mismatchOfHash(local, args as Hash) },
    {
      params: [
        ["Any", "from"],
        ["Integer", "radix", "optional"],
        ["Boolean", "abs", "optional"],
      ],
      words: (_local, from, radix) => mismatchOf(from!, radix),
    },
  ],
};

function integerOf(from: Value, radix: Value | undefined): bigint {
  if (typeof from === "bigint") return from;
  if (typeof from === "number") return wholeOf(from);
  if (typeof from === "boolean") return from ? 1n : 0n;
  if (from instanceof Timespan || from instanceof Timestamp) return floorSeconds(from.nanoseconds);
  const text = String(from);
  return integerOfText(signJoined(text) ?? text, typeof radix === "bigint" ? Number(radix) : undefined);
}

function wholeOf(from: number): bigint {
  if (!Number.isFinite(from)) fail("TYPE_CONVERSION", String(from).replace("-", ""));
  return BigInt(Math.trunc(from));
}

function floorSeconds(nanoseconds: bigint): bigint {
  const whole = nanoseconds / SECOND;
  return nanoseconds < 0n && nanoseconds % SECOND !== 0n ? whole - 1n : whole;
}

function mismatchOf(from: Value, radix: Value | undefined): string {
  checkRadix(radix);
  return cannotConvert(from, "Integer");
}

/** What is wrong with the named arguments: what is to be converted first, then the radix, then the rest. */
function mismatchOfHash(local: LocalType, args: Hash): string {
  const from = args.get("from");
  if (from !== undefined && !local("Convertible").isInstance(from)) return cannotConvert(from, "Integer");
  checkRadix(args.get("radix") ?? undefined);
  assertInstance("Integer.new", local("NamedArgs"), args);
  return "";
}

function checkRadix(radix: Value | undefined): void {
  if (radix === undefined || radix instanceof Default) return;
  if (radix === 2n || radix === 8n || radix === 10n || radix === 16n) return;
  fail("TYPE_CONVERSION", `Illegal radix: ${radix}, expected 2, 8, 10, 16, or default`);
}
