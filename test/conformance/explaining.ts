import type { Scope } from "../../src/evaluate/scope.ts";
import { Explainer } from "../../src/hiera/explain/explainer.ts";
import { printExplanation } from "../../src/hiera/explain/print.ts";
import { LayeredData } from "../../src/hiera/layered-data.ts";
import { LookupKey } from "../../src/hiera/lookup-key.ts";
import type { Value } from "../../src/values/value.ts";

/** Do something and tell how the lookups in it went, as `puppet lookup --explain` does. */
export function explaining(scope: Scope, work: () => Value): { value: Value; explanation: string } {
  const { hiera } = scope.compilation;
  if (!(hiera instanceof LayeredData)) throw new Error("there is no layered data to explain");
  const explainer = new Explainer();
  const invocation = hiera.invocation(scope, { explainer });
  const value = hiera.within(invocation, new LookupKey("dummy"), undefined, work);
  return { value, explanation: printExplanation(explainer.root, { places: false }) };
}
