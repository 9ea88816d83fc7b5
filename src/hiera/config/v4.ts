import { Hash } from "../../values/hash.ts";
import type { Invocation } from "../invocation.ts";
import type { ConfiguredLayer } from "../layers/layer.ts";
import { joinPath, resolvePaths } from "../locations.ts";
import { functionProvider } from "../providers/function-provider.ts";
import type { DataProvider } from "../providers/provider.ts";
import { checkConfig } from "./check-config.ts";
import { type ConfigSource, configPlace } from "./config-source.ts";
import { duplicateName } from "./duplicate-name.ts";
import { type CollectingInvocation, HieraConfig, type Hierarchies } from "./hiera-config.ts";
import { VERSION_4 } from "./schema.ts";

const HIERARCHY = [Hash.of({ name: "common", backend: "yaml" })];
const EXTENSIONS: Readonly<Record<string, string>> = { yaml: ".yaml", json: ".json", hocon: ".conf" };

/** The short-lived Hiera 4 of environments and modules, which Puppet 7 still reads with a deprecation. */
export class HieraConfigV4 extends HieraConfig {
  readonly version = 4;
  readonly #config: Hash;

  constructor(source: ConfigSource, _layer: ConfiguredLayer, invocation: Invocation) {
    super(source);
    invocation.layers.deprecated(
      `${source.path}: Use of 'hiera.yaml' version 4 is deprecated. It should be converted to version 5`,
      { file: source.path },
      "hiera.yaml",
    );
    const given = source.contents as Hash;
    this.#config = given.merge(Hash.of({ hierarchy: given.get("hierarchy") ?? HIERARCHY }));
    checkConfig({ ...source, contents: this.#config }, VERSION_4);
  }

  protected override resolve(invocation: CollectingInvocation, layer: ConfiguredLayer): Hierarchies {
    const seen = new Map<string, number>();
    const main = (this.#config.get("hierarchy") as Hash[]).map((entry, at) => {
      const name = entry.get("name") as string;
      const first = seen.get(name);
      const path = (index: number) => ["hierarchy", index, "name"];
      if (first !== undefined) duplicateName(this, "Hierarchy", name, path(first), path(at));
      seen.set(name, at);
      return this.#provider(name, entry, at, invocation, layer);
    });
    return { main, fallback: [] };
  }

  #provider(
    name: string,
    entry: Hash,
    at: number,
    invocation: CollectingInvocation,
    layer: ConfiguredLayer,
  ): DataProvider {
    const backend = entry.get("backend") as string;
    const extension = EXTENSIONS[backend];
    if (extension === undefined) {
      const message = `No data provider is registered for backend '${backend}'`;
      const place = configPlace(this.source, ["hierarchy", at, "backend"]);
      this.fail("HIERA_NO_PROVIDER_FOR_BACKEND", message, place);
    }
    const datadir = joinPath(
      this.source.root,
      (entry.get("datadir") ?? this.#config.get("datadir") ?? "data") as string,
    );
    const paths = (entry.get("paths") ?? [entry.get("path") ?? name]) as string[];
    const locations = resolvePaths(datadir, paths, invocation, extension);
    return functionProvider({
      kind: "data_hash",
      name,
      functionName: `${backend}_data`,
      layer,
      options: Hash.empty,
      locations,
      config: this,
    });
  }
}
