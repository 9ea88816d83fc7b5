import { fail } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { rubyFloat, wholeNumber } from "../numeric-text.ts";
import { warnOnce } from "../warn-once.ts";

/** The absolute value of a number. */
const abs = defineFunction(
  "abs",
  {
    params: [param("Numeric", "val")],
    body: (_call, val: bigint | number) =>
      typeof val === "bigint" ? (val < 0n ? -val : val) : Math.abs(val),
  },
  {
    params: [param("String", "val")],
    body(call, val: string) {
      warnOnce(
        call,
        "abs_function_numeric_coerce_string",
        "The abs() function's auto conversion of String to Numeric is deprecated - change to convert input before calling",
      );
      if (/^-?\d+\.\d+$/m.test(val)) return Math.abs(Number.parseFloat(val));
      if (/^-?\d+$/m.test(val)) return BigInt(/\d+/.exec(val)![0]);
      fail("ARGUMENT_ERROR", "abs(): Requires float or integer to work with - was given non decimal string");
    },
  },
);

/** The nearest Integer that is not less than a number. */
const ceiling = defineFunction(
  "ceiling",
  {
    params: [param("Numeric", "val")],
    body: (_call, val: bigint | number) => (typeof val === "bigint" ? val : wholeNumber(Math.ceil(val))),
  },
  {
    params: [param("String", "val")],
    body(call, val: string) {
      warnOnce(
        call,
        "ceiling_function_numeric_coerce_string",
        "The ceiling() function's auto conversion of String to Float is deprecated - change to convert input before calling",
      );
      const number = rubyFloat(val);
      if (number === undefined) {
        fail("ARGUMENT_ERROR", "ceiling(): cannot convert given value to a floating point value.");
      }
      return wholeNumber(Math.ceil(number));
    },
  },
);

/** The nearest Integer that is not greater than a number. */
const floor = defineFunction(
  "floor",
  {
    params: [param("Numeric", "val")],
    body: (_call, val: bigint | number) => (typeof val === "bigint" ? val : wholeNumber(Math.floor(val))),
  },
  {
    params: [param("String", "val")],
    body(call, val: string) {
      warnOnce(
        call,
        "floor_function_numeric_coerce_string",
        "The floor() function's auto conversion of String to Float is deprecated - change to convert input before calling",
      );
      const number = rubyFloat(val);
      if (number === undefined) {
        fail("ARGUMENT_ERROR", "floor(): cannot convert given value to a floating point value.");
      }
      return wholeNumber(Math.floor(number));
    },
  },
);

/** The nearest Integer; halves go away from zero. */
const round = defineFunction("round", {
  params: [param("Numeric", "val")],
  body: (_call, val: bigint | number) =>
    typeof val === "bigint" ? val : wholeNumber(Math.trunc(val > 0 ? val + 0.5 : val - 0.5)),
});

/** The functions of this chapter. */
export const roundingFunctions: readonly BuiltinFunction[] = [abs, ceiling, floor, round];
