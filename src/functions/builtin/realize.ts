import { realizeResources } from "../../evaluate/declare/realize.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** Makes virtual resources real that references name. */
export const realize = defineLegacyFunction("realize", -2, ({ scope }, args) => {
  realizeResources(args, scope);
  return null;
});
