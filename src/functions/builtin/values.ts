import { defineFunction, param } from "../../evaluate/functions/function.ts";
import type { Hash } from "../../values/hash.ts";

/** The values of a hash. */
export const values = defineFunction("values", {
  params: [param("Hash", "hsh")],
  body: (_call, hsh: Hash) => [...hsh.values()],
});
