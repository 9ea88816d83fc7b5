import { defineFunction, param } from "../../evaluate/functions/function.ts";
import type { Hash } from "../../values/hash.ts";

/** The keys of a hash. */
export const keys = defineFunction("keys", {
  params: [param("Hash", "hsh")],
  body: (_call, hsh: Hash) => [...hsh.keys()],
});
