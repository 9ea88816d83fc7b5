import type { Hash } from "../../values/hash.ts";
import { Timespan } from "../../values/timespan.ts";
import { Timestamp } from "../../values/timestamp.ts";
import type { Value } from "../../values/value.ts";
import type { Constructor } from "./constructor.ts";
import { formats, timespanOfFields, timespanOfNumbers } from "./timespan-fields.ts";

const FORMATS = { Formats: "Variant[String[2],Array[String[2], 1]]" };

/** `Timestamp.new`: now, seconds since 1970, or a text in a format. */
export const newTimestamp: Constructor = {
  name: "new_timestamp",
  types: FORMATS,
  dispatches: [
    { params: [], body: () => Timestamp.now() },
    {
      params: [["Variant[Integer,Float]", "seconds"]],
      body: (_context, seconds) => new Timestamp(nanoseconds(seconds!)),
    },
    {
      params: [
        ["String[1]", "string"],
        ["Formats", "format", "optional"],
        ["String[1]", "timezone", "optional"],
      ],
      body: (_context, text, format, timezone) =>
        Timestamp.parse(String(text), formats(format), timezone as string | undefined),
    },
    {
      params: [
        [
          "Struct[{string => String[1], Optional[format] => Formats, Optional[timezone] => String[1]}]",
          "hash_arg",
        ],
      ],
      body: (_context, args) => {
        const hash = args as Hash;
        const timezone = hash.get("timezone") as string | undefined;
        return Timestamp.parse(String(hash.get("string")), formats(hash.get("format")), timezone);
      },
    },
  ],
};

/** `Timespan.new`: seconds, a text in a format, or days, hours and so on. */
export const newTimespan: Constructor = {
  name: "new_timespan",
  types: FORMATS,
  dispatches: [
    {
      params: [["Variant[Integer,Float]", "seconds"]],
      body: (_context, seconds) => new Timespan(nanoseconds(seconds!)),
    },
    {
      params: [
        ["String[1]", "string"],
        ["Formats", "format", "optional"],
      ],
      body: (_context, text, format) => Timespan.parse(String(text), formats(format)),
    },
    {
      params: [
        ["Integer", "days"],
        ["Integer", "hours"],
        ["Integer", "minutes"],
        ["Integer", "seconds"],
        ["Integer", "milliseconds", "optional"],
        ["Integer", "microseconds", "optional"],
        ["Integer", "nanoseconds", "optional"],
      ],
      body: (_context, ...fields) => timespanOfNumbers(fields),
    },
    {
      params: [["Struct[{string => String[1], Optional[format] => Formats}]", "hash_arg"]],
      body: (_context, args) => timespanOfFields(args as Hash),
    },
    {
      params: [
        [
          `Struct[{Optional[negative] => Boolean, Optional[days] => Integer, Optional[hours] => Integer,
            Optional[minutes] => Integer, Optional[seconds] => Integer, Optional[milliseconds] => Integer,
            Optional[microseconds] => Integer, Optional[nanoseconds] => Integer}]`,
          "hash_arg",
        ],
      ],
      body: (_context, args) => timespanOfFields(args as Hash),
    },
  ],
};

function nanoseconds(seconds: Value): bigint {
  return typeof seconds === "bigint" ? seconds * 1_000_000_000n : BigInt(Math.trunc(Number(seconds) * 1e9));
}
