import { assertInstance } from "../../types/assert-instance.ts";
import { HashType } from "../../types/hash-type.ts";
import type { Value } from "../../values/value.ts";
import { configPlace } from "../config/config-source.ts";
import type { HieraConfig } from "../config/hiera-config.ts";
import type { Invocation } from "../invocation.ts";
import { lookupFail } from "../lookup-failure.ts";
import type { LookupKey } from "../lookup-key.ts";
import { hiera3Scope } from "../lookup-scope.ts";
import { DeepMerge } from "../merge/deep.ts";
import { HashMerge } from "../merge/hash.ts";
import type { MergeStrategy } from "../merge/strategy.ts";
import { UniqueMerge } from "../merge/unique.ts";
import { ConfiguredLayer } from "./layer.ts";

/** The data of the whole installation (`hiera_config`); the only layer that may be Hiera 3. */
export class GlobalLayer extends ConfiguredLayer {
  readonly place = "Global";

  protected override accepted(config: HieraConfig): HieraConfig {
    if (config.version === 4) {
      const message = "hiera.yaml version 4 cannot be used in the global layer";
      config.fail("HIERA_UNSUPPORTED_VERSION_IN_GLOBAL", message, configPlace(config.source, ["version"]));
    }
    return config;
  }

  override find(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    const config = this.config(invocation);
    if (config.version !== 3) return super.find(key, invocation, merge);
    if (invocation.scope.hiera3) return this.#findHiera3(config, key, invocation, merge);
    const inner = invocation.inScope(hiera3Scope(invocation.scope));
    if (!invocation.layers.hasEnvironmentLayer(invocation)) inner.globalOnly = true;
    return inner.layers.within(inner, key, invocation.moduleName, () =>
      this.#findHiera3(config, key, inner, merge),
    );
  }

  #findHiera3(
    config: HieraConfig,
    key: LookupKey,
    invocation: Invocation,
    asked: MergeStrategy,
  ): Value | undefined {
    const merge = this.#effective(config, invocation, asked);
    const value = super.find(key, invocation, merge);
    if (value === undefined || !invocation.hieraCall) return value;
    const hashes = merge instanceof HashMerge || merge instanceof DeepMerge;
    if (hashes) assertInstance("value", HashType.default, value);
    if (key.segments.length > 0 && (merge instanceof HashMerge || merge instanceof UniqueMerge)) {
      const type = merge instanceof HashMerge ? "hash" : "array";
      lookupFail(
        `Resolution type :${type} is illegal when accessing values using dotted keys. Offending key was '${key}'`,
      );
    }
    return value;
  }

  /** merge_behavior of the configuration is for hiera_hash alone. */
  #effective(config: HieraConfig, invocation: Invocation, asked: MergeStrategy): MergeStrategy {
    if (!config.mergeBehavior || !invocation.hieraCall || !(asked instanceof HashMerge)) return asked;
    return config.mergeBehavior;
  }
}
