import type { Environment } from "../modules/environment.ts";
import type { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import { convertTo } from "./convert-to.ts";
import { Invocation } from "./invocation.ts";
import { GlobalLayer } from "./layers/global-layer.ts";
import type { ModuleLayer } from "./layers/inner-layers.ts";
import type { ConfiguredLayer } from "./layers/layer.ts";
import { openEnvironmentLayer, openModuleLayer } from "./layers/open-layers.ts";
import { globalFailure } from "./lookup-failure.ts";
import { LookupKey } from "./lookup-key.ts";
import { checkLookupOptions, LookupOptions } from "./lookup-options.ts";
import { HASH, mergeStrategy } from "./merge/strategies.ts";
import type { MergeStrategy } from "./merge/strategy.ts";

type LayerLookup = (key: LookupKey, invocation: Invocation, merge: MergeStrategy) => Value | undefined;

const GLOBAL_AND_ENVIRONMENT = "Global and Environment";

/** Searches the three layers, as the `lookup_options` found in them say (Puppet::Pops::Lookup::LookupAdapter). */
export class LayerSearch {
  readonly #environment: Environment;
  readonly #terminus: string;
  readonly #global: GlobalLayer;
  #environmentLayer: { readonly layer: ConfiguredLayer | undefined } | undefined;
  readonly #moduleLayers = new Map<string, ModuleLayer | undefined>();
  readonly #options = new Map<string | undefined, LookupOptions | undefined>();
  readonly #defaultOptions = new Map<string, LookupOptions | undefined>();
  #globalOptions: { readonly options: Hash | undefined } | undefined;
  #outerOptions: { readonly options: Hash | undefined } | undefined;
  readonly #stack: readonly LayerLookup[];

  constructor(environment: Environment, globalConfig: string, terminus: string) {
    this.#environment = environment;
    this.#terminus = terminus;
    this.#global = new GlobalLayer(globalConfig);
    this.#stack = [
      (...request) => this.#inGlobal(...request),
      (...request) => this.#inEnvironment(...request),
      (...request) => this.#inModule(...request),
    ];
  }

  /** The value of a key; `merge` undefined means: as lookup_options say. */
  lookup(key: LookupKey, invocation: Invocation, merge?: MergeStrategy): Value | undefined {
    if (invocation.explainer?.onlyOptions) {
      this.#inLayers(LookupKey.lookupOptions, invocation, HASH);
      return null;
    }
    const options = this.#optionsFor(key, invocation);
    const found = this.#find(key, invocation, merge ?? this.#mergeOf(options, invocation));
    return found === undefined ? undefined : convertTo(key.text, options, found, invocation);
  }

  /** The environment's layer; undefined when it has no data. */
  environmentLayer(invocation: Invocation): ConfiguredLayer | undefined {
    this.#environmentLayer ??= { layer: openEnvironmentLayer(this.#environment, invocation) };
    return this.#environmentLayer.layer;
  }

  #mergeOf(options: Hash | undefined, invocation: Invocation): MergeStrategy {
    const merge = options?.get("merge") ?? null;
    if (merge !== null) invocation.explainer?.leaf({ kind: "merge_source", source: "lookup_options" });
    return mergeStrategy(merge);
  }

  #find(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    return invocation.with({ kind: "data", key: key.text }, () => {
      const found = this.#inLayers(key, invocation, merge);
      if (found !== undefined || invocation.globalOnly) return found;
      return key.dig(invocation, this.#inDefaultHierarchy(key, invocation));
    });
  }

  #inLayers(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    if (invocation.globalOnly) return key.dig(invocation, this.#inGlobal(key, invocation, merge));
    const found = merge.lookup(this.#stack, invocation, (search) => search(key, invocation, merge));
    return key.dig(invocation, found);
  }

  #inGlobal(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    if (["none", ""].includes(this.#terminus) && !invocation.hieraCall) {
      invocation.reportNotFound(key.text);
      return undefined;
    }
    try {
      return this.#global.lookup(key, invocation, merge);
    } catch (error) {
      throw globalFailure(error, invocation.topKey?.text ?? key.text);
    }
  }

  #inEnvironment(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    return this.environmentLayer(invocation)?.lookup(key, invocation, merge);
  }

  #inModule(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    const module = invocation.moduleName;
    if (module === undefined) return undefined;
    const layer = this.#moduleLayer(module, invocation);
    if (layer) return layer.lookup(key, invocation, merge);
    const missing = this.#environment.module(module) ? "provider" : "module";
    invocation.explainer?.leaf({ kind: "module", module, missing });
    return undefined;
  }

  #moduleLayer(name: string, invocation: Invocation): ModuleLayer | undefined {
    if (!this.#moduleLayers.has(name)) {
      this.#moduleLayers.set(name, openModuleLayer(this.#environment, name, invocation));
    }
    return this.#moduleLayers.get(name);
  }

  #inDefaultHierarchy(key: LookupKey, invocation: Invocation): Value | undefined {
    const module = invocation.moduleName;
    if (module === undefined) return undefined;
    const layer = this.#moduleLayer(module, invocation);
    if (!layer?.config(invocation).hasDefaultHierarchy) return undefined;
    return invocation.with(
      { kind: "scope", name: `Searching default_hierarchy of module "${module}"` },
      () => {
        const merge = mergeStrategy(this.#defaultOptionsOf(module, layer, invocation)?.of(key)?.get("merge"));
        return invocation.with({ kind: "scope", name: `Searching for "${key}"` }, () =>
          layer.lookupDefault(key, invocation, merge),
        );
      },
    );
  }

  #defaultOptionsOf(module: string, layer: ModuleLayer, invocation: Invocation): LookupOptions | undefined {
    if (this.#defaultOptions.has(module)) return this.#defaultOptions.get(module);
    const found = this.#askOptions(invocation, module, (asking) =>
      invocation.with({ kind: "scope", name: 'Searching for "lookup_options"' }, () =>
        layer.lookupDefault(LookupKey.lookupOptions, asking, HASH),
      ),
    );
    const options = checkLookupOptions(found, module);
    this.#defaultOptions.set(module, options && new LookupOptions(options));
    return this.#defaultOptions.get(module);
  }

  #optionsFor(key: LookupKey, invocation: Invocation): Hash | undefined {
    const module = key.moduleName;
    if (!this.#options.has(module)) {
      const options = this.#retrieveOptions(module, invocation);
      this.#options.set(module, options && new LookupOptions(options));
    }
    return this.#options.get(module)?.of(key);
  }

  /** The options for the keys of a module: those of global and environment layer, laid over the module's own. */
  #retrieveOptions(module: string | undefined, invocation: Invocation): Hash | undefined {
    return this.#askOptions(invocation, invocation.moduleName, (asking) =>
      asking.with({ kind: "meta", key: "lookup_options" }, () => {
        if (asking.globalOnly) return this.#optionsOfGlobal(asking);
        const outer = this.#optionsOfOuter(asking);
        if (module === undefined) return outer;
        if (!this.#options.has(undefined)) this.#options.set(undefined, outer && new LookupOptions(outer));
        const own = checkLookupOptions(this.#inModule(LookupKey.lookupOptions, asking, HASH), module);
        return outer && own ? this.#mergeOptions(outer, own, module, asking) : (outer ?? own);
      }),
    );
  }

  #mergeOptions(outer: Hash, own: Hash, module: string, asking: Invocation): Hash {
    const sources = new Map([
      [GLOBAL_AND_ENVIRONMENT, outer],
      [`Module ${module}`, own],
    ]);
    return HASH.lookup([...sources.keys()], asking, (name) =>
      asking.with({ kind: "scope", name }, () =>
        asking.reportFound("lookup_options", sources.get(name) as Hash),
      ),
    ) as Hash;
  }

  /** A lookup of its own for lookup_options; explained only when that was asked for. */
  #askOptions<T>(invocation: Invocation, module: string | undefined, find: (asking: Invocation) => T): T {
    const { layers } = invocation;
    const asking = new Invocation(layers, invocation.scope, { parent: layers.current });
    return layers.within(asking, LookupKey.lookupOptions, module, () => find(asking));
  }

  #optionsOfGlobal(asking: Invocation): Hash | undefined {
    this.#globalOptions ??= {
      options: checkLookupOptions(this.#inGlobal(LookupKey.lookupOptions, asking, HASH)),
    };
    return this.#globalOptions.options;
  }

  #optionsOfOuter(asking: Invocation): Hash | undefined {
    if (this.#outerOptions) return this.#outerOptions.options;
    const global = this.#optionsOfGlobal(asking);
    const own = checkLookupOptions(this.#inEnvironment(LookupKey.lookupOptions, asking, HASH));
    const options = global && own ? (HASH.merge(global, own) as Hash) : (global ?? own);
    this.#outerOptions = { options };
    return options;
  }
}
