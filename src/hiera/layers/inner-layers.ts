import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { Invocation } from "../invocation.ts";
import type { LookupKey } from "../lookup-key.ts";
import type { MergeStrategy } from "../merge/strategy.ts";
import { ConfiguredLayer } from "./layer.ts";

/** The data of the environment. */
export class EnvironmentLayer extends ConfiguredLayer {
  readonly place = "Environment";
}

/** The data of a module: for keys of its own namespace only. */
export class ModuleLayer extends ConfiguredLayer {
  readonly place = "Module";

  override checkData(data: Hash, origin: string, invocation: Invocation): void {
    const prefix = `${this.moduleName}::`;
    for (const key of data.keys()) {
      if (key === "lookup_options" || String(key).startsWith(prefix)) continue;
      invocation.layers.warn(
        `Module '${this.moduleName}': ${origin} must use keys qualified with the name of the module`,
      );
    }
  }

  /** Look a key up in the module's default_hierarchy. */
  lookupDefault(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    const { fallback } = this.config(invocation).hierarchies(invocation, this);
    if (fallback.length === 0) {
      invocation.reportNotFound(key.text);
      return undefined;
    }
    return invocation.check(key.text, () =>
      invocation.with({ kind: "data_provider", provider: this }, () =>
        this.search(fallback, key, invocation, merge),
      ),
    );
  }
}
