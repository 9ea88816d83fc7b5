import type { Scope } from "../../src/evaluate/scope.ts";
import { askerOf } from "../../src/evaluate/scope-asker.ts";
import { Explainer } from "../../src/hiera/explain/explainer.ts";
import { printExplanation } from "../../src/hiera/explain/print.ts";
import { LayeredData } from "../../src/hiera/layered-data.ts";
import { LookupKey } from "../../src/hiera/lookup-key.ts";

/** Watches the lookups of a request, to tell how they went as `puppet lookup --explain` does. */
export class Watcher {
  readonly #explainer = new Explainer();

  /** Watch every lookup from now on that belongs to a compilation. */
  watch(scope: Scope): void {
    const { hiera } = scope.compilation;
    if (!(hiera instanceof LayeredData)) throw new Error("there is no layered data to explain");
    const invocation = hiera.invocation(askerOf(scope), { explainer: this.#explainer });
    invocation.topKey = new LookupKey("dummy");
    hiera.current = invocation;
  }

  get explanation(): string {
    return printExplanation(this.#explainer.root, { places: false });
  }
}
