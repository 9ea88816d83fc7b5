import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { interpolate } from "../interpolation/interpolate.ts";
import type { Invocation } from "../invocation.ts";
import type { ConfiguredLayer } from "../layers/layer.ts";
import { interpolateText, joinPath, resolvePaths } from "../locations.ts";
import { mergeStrategy } from "../merge/strategies.ts";
import type { MergeStrategy } from "../merge/strategy.ts";
import { functionProvider } from "../providers/function-provider.ts";
import type { DataProvider } from "../providers/provider.ts";
import { checkConfig } from "./check-config.ts";
import type { ConfigSource } from "./config-source.ts";
import { duplicateName } from "./duplicate-name.ts";
import { type CollectingInvocation, HieraConfig, type Hierarchies } from "./hiera-config.ts";
import { version3 } from "./schema.ts";

const HIERARCHY = ["nodes/%{::trusted.certname}", "common"];

/** Hiera 3, in the global layer only: every backend reads the same hierarchy from a directory of its own. */
export class HieraConfigV3 extends HieraConfig {
  readonly version = 3;
  readonly #config: Hash;
  readonly #defaultDatadir: string;

  constructor(source: ConfigSource, _layer: ConfiguredLayer, invocation: Invocation) {
    super(source);
    invocation.layers.deprecated(
      `${source.path}: Use of 'hiera.yaml' version 3 is deprecated. It should be converted to version 5`,
      { file: source.path },
      "hiera.yaml",
    );
    const given = source.contents as Hash;
    this.#config = Hash.of({
      version: 3n,
      backends: ["yaml"],
      hierarchy: HIERARCHY,
      merge_behavior: "native",
    })
      .merge(Hash.of({ deep_merge_options: Hash.empty }))
      .merge(withoutUndef(given));
    checkConfig({ ...source, contents: this.#config }, version3(this.#list("backends")));
    this.#defaultDatadir = joinPath(invocation.layers.codedir, "environments/%{::environment}/hieradata");
  }

  override get mergeBehavior(): MergeStrategy | undefined {
    const behavior = this.#config.get("merge_behavior");
    if (behavior === "native") return undefined;
    const strategy = behavior === "deep" ? "reverse_deep" : "unconstrained_deep";
    return mergeStrategy(Hash.of({ strategy }).merge(this.#config.get("deep_merge_options") as Hash));
  }

  protected override resolve(invocation: CollectingInvocation, layer: ConfiguredLayer): Hierarchies {
    const seen = new Map<string, number>();
    const main = this.#list("backends").map((backend, at) => {
      const first = seen.get(backend);
      if (first !== undefined) duplicateName(this, "Backend", backend, ["backends", first], ["backends", at]);
      seen.set(backend, at);
      return this.#provider(backend, invocation, layer);
    });
    return { main, fallback: [] };
  }

  #provider(backend: string, invocation: CollectingInvocation, layer: ConfiguredLayer): DataProvider {
    const options = interpolate(this.#config.get(backend) ?? Hash.empty, invocation, false) as Hash;
    const given = options.get("datadir") as string | undefined;
    const datadir = given ?? interpolateText(this.#defaultDatadir, invocation);
    const extension = `.${options.get("extension") ?? (backend === "hocon" ? "conf" : backend)}`;
    const locations = resolvePaths(datadir, this.#list("hierarchy"), invocation, extension);
    const eyaml = backend === "eyaml";
    const known = eyaml || ["yaml", "json", "hocon", "gpg"].includes(backend);
    return functionProvider({
      kind: eyaml ? "v3_lookup_key" : known ? "v3_data_hash" : "hiera3_backend",
      name: backend,
      functionName: eyaml ? "eyaml_lookup_key" : known ? `${backend}_data` : backend,
      layer,
      options: eyaml ? options.without(["datadir"]) : backend === "gpg" ? keyring(options) : Hash.empty,
      locations,
      config: this,
      datadir,
    });
  }

  #list(key: string): string[] {
    const value = this.#config.get(key) as Value;
    return (Array.isArray(value) ? value : [value]) as string[];
  }
}

/** hiera-gpg names the directory of its keys `key_dir`. */
function keyring(options: Hash): Hash {
  const folder = options.get("key_dir") ?? null;
  return folder === null ? Hash.empty : Hash.of({ gpg_gnupghome: folder });
}

function withoutUndef(hash: Hash): Hash {
  return Hash.from([...hash].filter(([, value]) => value !== null));
}
