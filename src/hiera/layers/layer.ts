import { existsSync } from "node:fs";
import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { HieraConfig } from "../config/hiera-config.ts";
import { readConfig } from "../config/read-config.ts";
import type { Invocation } from "../invocation.ts";
import type { LookupKey } from "../lookup-key.ts";
import type { MergeStrategy } from "../merge/strategy.ts";
import type { DataProvider } from "../providers/provider.ts";

/** A layer of data with a hiera.yaml of its own: global, environment or a module. */
export abstract class ConfiguredLayer implements DataProvider {
  abstract readonly place: "Global" | "Environment" | "Module";
  readonly moduleName: string | undefined;
  readonly #path: string;
  #config: HieraConfig | undefined;

  constructor(path: string, moduleName?: string) {
    this.#path = path;
    this.moduleName = moduleName;
  }

  get name(): string {
    const module = this.moduleName === undefined ? "" : `"${this.moduleName}" `;
    const config = this.#config ? ` (${this.#config.name})` : "";
    return `${this.place} ${module}Data Provider${config}`;
  }

  get configPath(): string | undefined {
    return this.#config?.source.path;
  }

  get hasFile(): boolean {
    return existsSync(this.#path);
  }

  config(invocation: Invocation): HieraConfig {
    this.#config ??= this.accepted(readConfig(this.#path, this, invocation));
    return this.#config;
  }

  /** Use a configuration made from something else than a hiera.yaml. */
  configure(config: HieraConfig): void {
    this.#config = config;
  }

  /** Fail when the layer cannot have such a configuration. */
  protected accepted(config: HieraConfig): HieraConfig {
    return config;
  }

  /** Called with the data of every data_hash function of this layer. */
  checkData(_data: Hash, _origin: string, _invocation: Invocation): void {}

  /** Look a key up, with an eye on recursion. */
  lookup(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    return invocation.check(key.text, () => this.find(key, invocation, merge));
  }

  find(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    if (!invocation.explainer) return this.#inHierarchy(key, invocation, merge);
    return invocation.with({ kind: "data_provider", provider: this }, () =>
      this.#inHierarchy(key, invocation, merge),
    );
  }

  #inHierarchy(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined {
    const { main } = this.config(invocation).hierarchies(invocation, this);
    return this.search(main, key, invocation, merge);
  }

  protected search(
    providers: readonly DataProvider[],
    key: LookupKey,
    invocation: Invocation,
    merge: MergeStrategy,
  ): Value | undefined {
    if (providers.length === 0) {
      invocation.reportNotFound(key.text);
      return undefined;
    }
    return merge.lookup(providers, invocation, (provider) => provider.find(key, invocation, merge));
  }
}
