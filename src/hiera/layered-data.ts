import type { Place } from "../diagnostics/issue.ts";
import type { Log } from "../diagnostics/log.ts";
import type { Environment } from "../modules/environment.ts";
import type { Value } from "../values/value.ts";
import type { Asker } from "./asker.ts";
import type { Decrypt } from "./backends/eyaml-text.ts";
import { DataPlaces } from "./data-places.ts";
import { Explainer } from "./explain/explainer.ts";
import { printExplanation } from "./explain/print.ts";
import { FileCache } from "./file-cache.ts";
import type { Hiera, LookupCircumstances, Merge } from "./hiera.ts";
import { Templates } from "./interpolation/interpolate.ts";
import { Invocation } from "./invocation.ts";
import { LayerSearch } from "./layer-search.ts";
import { lookupFail } from "./lookup-failure.ts";
import { LookupKey } from "./lookup-key.ts";
import { languageScope } from "./lookup-scope.ts";
import { strategyOf } from "./merge/strategies.ts";
import type { MergeStrategy } from "./merge/strategy.ts";

/** Where layered data is and how it is read. */
export interface LayeredDataOptions {
  readonly environment: Environment;
  /** Puppet's `hiera_config`: the global hiera.yaml, which need not exist. */
  readonly globalConfig: string;
  /** Puppet's `codedir`: where a Hiera 3 configuration without a datadir looks. */
  readonly codedir?: string | undefined;
  readonly strict?: "off" | "warning" | "error" | undefined;
  /** Puppet's `data_binding_terminus`; `none` switches the global layer off. */
  readonly terminus?: string | undefined;
  /** Where warnings go; undefined: to the log of the compilation that looks something up. */
  readonly log?: Log | undefined;
  /** Opens the ENC[...] of hiera-eyaml; without it using such a value fails. */
  readonly decrypt?: Decrypt | undefined;
  readonly files?: FileCache | undefined;
  /** Tell the log, at level debug, how every lookup went. */
  readonly explained?: boolean | undefined;
}

/** The layered data of one compilation. */
export class LayeredData implements Hiera {
  readonly environment: Environment;
  readonly strict: "off" | "warning" | "error";
  readonly codedir: string;
  readonly decrypt: Decrypt | undefined;
  readonly files: FileCache;
  readonly places: DataPlaces;
  readonly templates = new Templates();
  /** The innermost lookup running: lookups started by data functions belong to it. */
  current: Invocation | undefined;
  readonly #search: LayerSearch;
  #log: Log | undefined;
  readonly #explained: boolean;
  readonly #warned = new Set<string>();

  constructor(options: LayeredDataOptions) {
    this.environment = options.environment;
    this.strict = options.strict ?? "warning";
    this.codedir = options.codedir ?? "/etc/puppet/code";
    this.decrypt = options.decrypt;
    this.files = options.files ?? new FileCache();
    this.places = new DataPlaces(this.files);
    this.#log = options.log;
    this.#explained = options.explained ?? false;
    this.#search = new LayerSearch(options.environment, options.globalConfig, options.terminus ?? "hiera");
  }

  get environmentName(): string {
    return this.environment.name;
  }

  lookup(
    key: string,
    asker: Asker,
    merge?: Merge | MergeStrategy,
    circumstances?: LookupCircumstances,
  ): Value | undefined {
    const invocation = this.invocation(asker, circumstances);
    const found = this.search(key, invocation, merge === undefined ? undefined : strategyOf(merge));
    this.tell(invocation, () => `Automatic Parameter Lookup of '${key}'`);
    return found;
  }

  /** Tell the log how a lookup went, when it is to be told. */
  tell({ explainer }: Invocation, heading: () => string): void {
    if (!this.#explained || !explainer) return;
    const steps = printExplanation(explainer.current, { places: false, indent: "  " });
    this.#log?.({ level: "debug", message: `${heading()}\n${steps}`.trimEnd() });
  }

  /** A new lookup, within the one running if there is one. */
  invocation(asker: Asker, circumstances: LookupCircumstances = {}): Invocation {
    const { overrides, defaults, explainer, hiera3 } = circumstances;
    const parent = this.current;
    this.#log ??= asker.log;
    const watcher = explainer ?? (this.#explained && !parent ? new Explainer() : undefined);
    const options = { overrides, defaults, explainer: watcher, parent };
    const invocation = new Invocation(this, languageScope(asker), options);
    if (!hiera3) return invocation;
    invocation.hieraCall = true;
    if (!this.hasEnvironmentLayer(invocation)) invocation.globalOnly = true;
    if (hiera3.overrideLevels.length > 0) invocation.hiera3Levels = hiera3.overrideLevels;
    return invocation;
  }

  /** The value of a key in the layers; overrides and default values are not looked at. */
  search(key: string, invocation: Invocation, merge?: MergeStrategy): Value | undefined {
    if (key === "lookup_options" || key.startsWith("lookup_options.")) {
      invocation.explainer?.leaf({ kind: "invalid_key", key: "lookup_options" });
      return undefined;
    }
    const wanted = new LookupKey(key);
    return this.within(invocation, wanted, wanted.moduleName, () =>
      this.#search.lookup(wanted, invocation, merge),
    );
  }

  /** Do something as the innermost lookup. */
  within<T>(invocation: Invocation, key: LookupKey, moduleName: string | undefined, find: () => T): T {
    invocation.topKey = key;
    invocation.moduleName = moduleName;
    const outer = this.current;
    this.current = invocation;
    try {
      return find();
    } finally {
      this.current = outer;
    }
  }

  /** Whether the environment has a hiera.yaml of version 5. */
  hasEnvironmentLayer(invocation: Invocation): boolean {
    return (this.#search.environmentLayer(invocation)?.config(invocation).version ?? 0) >= 5;
  }

  warn(message: string): void {
    this.#log?.({ level: "warning", message });
  }

  /** Warn once about something, with its place or the remark that there is none, as Puppet's warn_once. */
  warnOnce(message: string, place: Place = {}, key = message): void {
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    this.warn(`${message}\n   ${locationText(place)}`);
  }

  /** Warn, once, about something that Puppet has deprecated; not at all when `strict` is off. */
  deprecated(message: string, place?: Place, key?: string): void {
    if (this.strict !== "off") this.warnOnce(message, place, key);
  }

  /** A variable that an interpolation names does not exist: it counts as empty, with a warning as `strict` says. */
  undefinedVariable(name: string, asker: Asker): void {
    if (this.strict === "off" || name === "") return;
    const message = `Undefined variable '${name}'; ${asker.whyUndefined(name)}`;
    if (this.strict === "error") lookupFail(message);
    this.warnOnce(message);
  }
}

function locationText({ file, line }: Place): string {
  if (file === undefined) return "(file & line not available)";
  return line === undefined ? `(file: ${file})` : `(file: ${file}, line: ${line})`;
}
