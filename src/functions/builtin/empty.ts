import { defineFunction, param } from "../../evaluate/functions/function.ts";
import type { Binary } from "../../values/binary.ts";
import { Hash } from "../../values/hash.ts";
import type { Sensitive } from "../../values/sensitive.ts";
import type { Value } from "../../values/value.ts";
import { warnOnce } from "../warn-once.ts";

/** Whether a collection, string or binary has nothing in it; undef has nothing. */
export const empty = defineFunction(
  "empty",
  {
    params: [param("Collection", "coll")],
    body: (_call, coll: Hash | readonly Value[]) => (coll instanceof Hash ? coll.size : coll.length) === 0,
  },
  { params: [param("Sensitive[String]", "str")], body: (_call, str: Sensitive) => str.value === "" },
  { params: [param("String", "str")], body: (_call, str) => str === "" },
  {
    params: [param("Numeric", "num")],
    body(call) {
      const { place } = call;
      const key = `empty-from-${place.file ?? ""}-${place.line ?? ""}`;
      warnOnce(call, key, "Calling function empty() with Numeric value is deprecated.", place);
      return false;
    },
  },
  { params: [param("Binary", "bin")], body: (_call, bin: Binary) => bin.bytes.length === 0 },
  { params: [param("Undef", "x")], body: () => true },
);
