import { addTags } from "../../catalog/tags.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { flattened } from "./flatten.ts";

/** Gives the class or define that calls tags, which what it declares then has too. */
export const tag = defineLegacyFunction("tag", -2, ({ scope }, args) => {
  if (scope.resource) addTags(scope.resource.tags, flattened(args).map(rubyText));
  return null;
});
