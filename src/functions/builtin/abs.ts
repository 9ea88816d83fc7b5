import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { warnOnce } from "../warn-once.ts";

/** The absolute value of a number. */
export const abs = defineFunction(
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
