import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { interpolate } from "../interpolation/interpolate.ts";
import type { ConfiguredLayer } from "../layers/layer.ts";
import {
  expandGlobs,
  expandMappedPaths,
  expandUris,
  interpolateText,
  joinPath,
  type Location,
  resolvePaths,
} from "../locations.ts";
import { functionProvider } from "../providers/function-provider.ts";
import type { DataProvider } from "../providers/provider.ts";
import { checkConfig } from "./check-config.ts";
import { checkEntries, FUNCTION_KEYS } from "./check-entries.ts";
import type { ConfigSource } from "./config-source.ts";
import { duplicateName } from "./duplicate-name.ts";
import { type CollectingInvocation, HieraConfig, type Hierarchies } from "./hiera-config.ts";
import { VERSION_5 } from "./schema.ts";

const DEFAULTS = Hash.of({ datadir: "data", data_hash: "yaml_data" });
const HIERARCHY = [Hash.of({ name: "Common", path: "common.yaml" })];

/** What stands for a hiera.yaml that does not exist. */
export const DEFAULT_VERSION_5 = Hash.from([
  ["version", 5n],
  ["defaults", DEFAULTS],
  ["hierarchy", HIERARCHY],
]);

/** Hiera 5: hierarchies of entries, each with a data function and the places it reads. */
export class HieraConfigV5 extends HieraConfig {
  readonly version = 5;
  readonly #config: Hash;

  constructor(source: ConfigSource, layer: ConfiguredLayer) {
    super(source);
    const given = source.contents as Hash;
    this.#config = given
      .merge(Hash.of({ defaults: given.get("defaults") ?? DEFAULTS }))
      .merge(Hash.of({ hierarchy: given.get("hierarchy") ?? HIERARCHY }));
    checkConfig({ ...source, contents: this.#config }, VERSION_5);
    checkEntries(this, this.#config, layer);
  }

  override get hasDefaultHierarchy(): boolean {
    return this.#config.has("default_hierarchy");
  }

  protected override resolve(invocation: CollectingInvocation, layer: ConfiguredLayer): Hierarchies {
    const main = this.#providers("hierarchy", invocation, layer);
    const fallback = this.hasDefaultHierarchy ? this.#providers("default_hierarchy", invocation, layer) : [];
    return { main, fallback };
  }

  #providers(key: string, invocation: CollectingInvocation, layer: ConfiguredLayer): DataProvider[] {
    const seen = new Map<string, number>();
    return (this.#config.get(key) as Hash[]).flatMap((entry, at) => {
      const name = entry.get("name") as string;
      const first = seen.get(name);
      if (first !== undefined)
        duplicateName(this, "Hierarchy", name, [key, first, "name"], [key, at, "name"]);
      seen.set(name, at);
      return this.#provider(name, entry, invocation, layer);
    });
  }

  #provider(
    name: string,
    entry: Hash,
    invocation: CollectingInvocation,
    layer: ConfiguredLayer,
  ): DataProvider[] {
    const defaults = this.#config.get("defaults") as Hash;
    const own = [...FUNCTION_KEYS, "v4_data_hash"].find((key) => entry.has(key));
    const kind = own ?? FUNCTION_KEYS.find((key) => defaults.has(key)) ?? "data_hash";
    const functionName = (own ? entry : defaults).get(kind) as string;
    const datadir = joinPath(
      this.source.root,
      (entry.get("datadir") ?? defaults.get("datadir") ?? "data") as string,
    );
    const locations = locationsOf(entry, interpolateText(datadir, invocation), invocation);
    const existing = this.source.path === undefined ? locations?.filter(({ exists }) => exists) : locations;
    if (this.source.path === undefined && existing?.length === 0) return [];
    const options = (entry.get("options") ?? defaults.get("options") ?? Hash.empty) as Hash;
    return [
      functionProvider({
        kind,
        name,
        functionName,
        layer,
        options: interpolate(options, invocation, false) as Hash,
        locations: existing,
        config: this,
      }),
    ];
  }
}

type Expand = (datadir: string, given: readonly string[], invocation: CollectingInvocation) => Location[];

const LOCATIONS: readonly (readonly [key: string, expand: Expand])[] = [
  ["path", resolvePaths],
  ["paths", resolvePaths],
  ["glob", expandGlobs],
  ["globs", expandGlobs],
  ["uri", (_datadir, uris, invocation) => expandUris(uris, invocation)],
  ["uris", (_datadir, uris, invocation) => expandUris(uris, invocation)],
  ["mapped_paths", expandMappedPaths],
];

function locationsOf(entry: Hash, datadir: string, invocation: CollectingInvocation): Location[] | undefined {
  const found = LOCATIONS.find(([key]) => entry.has(key));
  if (!found) return undefined;
  const given = entry.get(found[0]) as Value;
  return found[1](datadir, (Array.isArray(given) ? given : [given]) as string[], invocation);
}
