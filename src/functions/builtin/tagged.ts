import { rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** Whether the catalog, or the class or define that calls, has every one of the tags. */
export const tagged = defineLegacyFunction("tagged", -2, ({ scope, compilation }, args) =>
  args.map(rubyText).every((name) => {
    const tag = name.toLowerCase();
    return compilation.catalog.tags.has(tag) || (scope.resource?.tags.has(tag) ?? false);
  }),
);
