import { flatValues } from "../../catalog/flat-values.ts";
import { splitReference } from "../../catalog/names.ts";
import { referenceOf } from "../../catalog/references.ts";
import { fail } from "../../diagnostics/failure.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import type { Scope } from "../scope.ts";
import { Realizer } from "./collector.ts";

/** The function `realize`: the virtual resources that references name become real, once they are declared. */
export function realizeResources(values: readonly Value[], scope: Scope): void {
  const references = values.flatMap(flatValues).map((value) => {
    const text = referenceOf(value) ?? rubyText(value);
    if (splitReference(text)) return text;
    return fail(
      "NOT_A_REFERENCE",
      `No title provided and ${JSON.stringify(text)} is not a valid resource reference`,
    );
  });
  scope.compilation.catalog.collectors.add(new Realizer(scope.compilation, references));
}
