import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { rubyFloat, wholeNumber } from "../numeric-text.ts";
import { warnOnce } from "../warn-once.ts";

/** The nearest Integer that is not greater than a number. */
export const floor = defineFunction(
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
