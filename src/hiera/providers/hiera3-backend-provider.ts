import type { Invocation } from "../invocation.ts";
import type { LookupKey } from "../lookup-key.ts";
import type { HierarchyEntry } from "./function-provider.ts";
import type { DataProvider } from "./provider.ts";

/** A custom Hiera 3 backend: Ruby code, which is not here, so it is treated as Puppet treats one not installed. */
export class Hiera3BackendProvider implements DataProvider {
  readonly #entry: HierarchyEntry;

  constructor(entry: HierarchyEntry) {
    this.#entry = entry;
  }

  get name(): string {
    return `Hierarchy entry "${this.#entry.name}"`;
  }

  find(_key: LookupKey, invocation: Invocation): undefined {
    const backend = this.#entry.functionName;
    invocation.with({ kind: "data_provider", provider: this }, () => {
      const file = `hiera/backend/${backend.toLowerCase()}_backend`;
      invocation.reportText(() => `Unable to load backend '${backend}': cannot load such file -- ${file}`);
    });
    invocation.layers.warnOnce(
      `Unable to load backend '${backend}': custom Hiera 3 backends are not supported`,
    );
    return undefined;
  }
}
