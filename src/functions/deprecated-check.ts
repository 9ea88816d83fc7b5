import type { Call } from "../evaluate/functions/call.ts";
import { type BuiltinFunction, defineFunction, repeatedParam } from "../evaluate/functions/function.ts";
import type { Value } from "../values/value.ts";
import { deprecated } from "./stdlib/deprecation.ts";

/** One of stdlib's old `is_...` or `validate_...` functions: it warns, then does what it always did. */
export function defineDeprecatedCheck(
  name: string,
  advice: string,
  check: (call: Call, args: readonly Value[]) => Value,
): BuiltinFunction {
  return defineFunction(name, {
    params: [repeatedParam("Any", "args")],
    body(call, ...args: Value[]) {
      deprecated(call, name, advice);
      return check(call, args);
    },
  });
}

/** The advice of the `is_...` functions: a data type to match with instead. */
export function matchAdvice(type: string): string {
  return (
    `This method is deprecated, please use match expressions with Stdlib::Compat::${type} instead. They are ` +
    "described at https://docs.puppet.com/puppet/latest/reference/lang_data_type.html#match-expressions."
  );
}

/** The advice of the `validate_...` functions: a data type for `validate_legacy`. */
export function validateAdvice(type: string): string {
  return (
    "This method is deprecated, please use the stdlib validate_legacy function,\n" +
    `                    with ${type}. There is further documentation for validate_legacy function in the README.`
  );
}
