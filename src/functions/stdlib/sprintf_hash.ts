import { defineFunction, param } from "../../evaluate/functions/function.ts";
import type { Hash } from "../../values/hash.ts";
import { sprintf } from "../sprintf/sprintf.ts";
import { deprecated } from "./deprecation.ts";

const ADVICE = "This method is deprecated. From Puppet 4.10.10/5.3.4 please use the built-in sprintf instead";

/** A format filled with the values of a hash; deprecated. */
export const sprintf_hash = defineFunction("sprintf_hash", {
  params: [param("String", "format"), param("Hash", "arguments")],
  body(call, format: string, values: Hash) {
    deprecated(call, "sprintf_hash", ADVICE);
    return sprintf(format, [values]);
  },
});
