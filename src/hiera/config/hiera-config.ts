import { Failure } from "../../diagnostics/failure.ts";
import type { Place } from "../../diagnostics/issue.ts";
import type { Value } from "../../values/value.ts";
import { Invocation, type VariableReading } from "../invocation.ts";
import type { ConfiguredLayer } from "../layers/layer.ts";
import type { MergeStrategy } from "../merge/strategy.ts";
import type { DataProvider } from "../providers/provider.ts";
import { subLookup } from "../sub-lookup.ts";
import { type ConfigSource, placeOfText } from "./config-source.ts";

/** The hierarchies of one configuration, resolved for the variables of one scope. */
export interface Hierarchies {
  readonly main: readonly DataProvider[];
  readonly fallback: readonly DataProvider[];
}

/** The issues whose line Puppet looks for; it tells the file alone for the others. */
const WITH_LINE: ReadonlySet<string> = new Set([
  "HIERA_BACKEND_MULTIPLY_DEFINED",
  "HIERA_DEFAULT_HIERARCHY_NOT_IN_MODULE",
  "HIERA_HIERARCHY_NAME_MULTIPLY_DEFINED",
  "HIERA_NO_PROVIDER_FOR_BACKEND",
  "HIERA_UNDEFINED_VARIABLE",
  "HIERA_V3_BACKEND_NOT_GLOBAL",
  "HIERA_V3_BACKEND_REPLACED_BY_DATA_HASH",
]);

/** A checked hiera.yaml (or the one that stands for a missing file), and the data providers it asks for. */
export abstract class HieraConfig {
  abstract readonly version: 3 | 4 | 5;
  readonly source: ConfigSource;
  #hierarchies: Hierarchies | undefined;
  #readings: readonly VariableReading[] = [];
  /** The variables read, as they were: while they are the very same, so is everything in them. */
  #roots: readonly (readonly [name: string, value: Value | undefined])[] = [];
  /** Hierarchies already resolved, by the values of the variables they were resolved for. */
  readonly #resolved: { readonly readings: readonly VariableReading[]; readonly hierarchies: Hierarchies }[] =
    [];

  constructor(source: ConfigSource) {
    this.source = source;
  }

  get name(): string {
    return `hiera configuration version ${this.version}`;
  }

  get hasDefaultHierarchy(): boolean {
    return false;
  }

  /** The strategy that a Hiera 3 configuration sets for hiera_hash. */
  get mergeBehavior(): MergeStrategy | undefined {
    return undefined;
  }

  /** The providers of the hierarchy for the variables as they are now. */
  hierarchies(invocation: Invocation, layer: ConfiguredLayer): Hierarchies {
    if (this.#hierarchies && this.#roots.every(([name, value]) => invocation.scope.value(name) === value))
      return this.#hierarchies;
    const hierarchies = this.#current(invocation, layer);
    const names = new Set(this.#readings.map(({ root }) => root));
    this.#roots = [...names].map((name) => [name, invocation.scope.value(name)]);
    return hierarchies;
  }

  #current(invocation: Invocation, layer: ConfiguredLayer): Hierarchies {
    if (this.#hierarchies && stable(this.#readings, invocation)) return this.#hierarchies;
    if (this.#hierarchies) {
      invocation.reportText(
        () =>
          "Hiera configuration recreated due to change of scope variables used in interpolation expressions",
      );
    }
    const known = this.#resolved.find(({ readings }) => stable(readings, invocation));
    if (known) return this.#use(known.readings, known.hierarchies);
    const collecting = new CollectingInvocation(invocation);
    const hierarchies = this.#resolvable(collecting, layer);
    const readings = collecting.changing();
    this.#resolved.push({ readings, hierarchies });
    return this.#use(readings, hierarchies);
  }

  /** Under `strict = error` an unknown variable is an error of the configuration itself. */
  #resolvable(invocation: CollectingInvocation, layer: ConfiguredLayer): Hierarchies {
    try {
      return this.resolve(invocation, layer);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.issue.code.startsWith("HIERA_INTERPOLATION_")) throw error.placed({ file: this.source.path });
      const name = /^Undefined variable '([^']+)'/.exec(error.message)?.[1];
      if (name === undefined) throw error;
      return this.fail(
        "HIERA_UNDEFINED_VARIABLE",
        `Undefined variable '${name}'`,
        placeOfText(this.source, name),
      );
    }
  }

  #use(readings: readonly VariableReading[], hierarchies: Hierarchies): Hierarchies {
    this.#readings = readings;
    this.#hierarchies = hierarchies;
    return hierarchies;
  }

  protected abstract resolve(invocation: CollectingInvocation, layer: ConfiguredLayer): Hierarchies;

  /** Raise an issue of this configuration. */
  fail(code: string, message: string, place?: Place, hint?: string): never {
    const told = WITH_LINE.has(code) ? "line" : "file";
    const where = place ?? { file: this.source.path };
    throw new Failure({ code, severity: "error", message, hint, place: where, told });
  }
}

/** Resolves a configuration's own interpolations: unseen by explanations, remembering the variables read. */
export class CollectingInvocation extends Invocation {
  #readings: VariableReading[] = [];

  constructor(invocation: Invocation) {
    super(invocation.layers, invocation.scope);
  }

  override rememberVariable(reading: VariableReading): void {
    if (reading.value !== undefined && reading.key.startsWith("::")) return;
    this.#readings.push(reading);
  }

  /** Do something, then forget that a variable was read: mapped_paths sets it itself. */
  forgetting<T>(root: string, resolve: () => T): T {
    const before = this.#readings;
    this.#readings = [];
    const result = resolve();
    this.#readings = [...before, ...this.#readings.filter((reading) => reading.root !== root)];
    return result;
  }

  /** The readings that may turn out otherwise at another time, each variable once. */
  changing(): VariableReading[] {
    return [...new Map(this.#readings.map((reading) => [reading.key, reading])).values()];
  }
}

function stable(readings: readonly VariableReading[], invocation: Invocation): boolean {
  if (readings.length === 0) return true;
  const explainer = invocation.explainer;
  invocation.explainer = undefined;
  try {
    return readings.every((reading) => same(current(reading, invocation), reading.value));
  } finally {
    invocation.explainer = explainer;
  }
}

function current({ key, root, segments }: VariableReading, invocation: Invocation): Value | undefined {
  const value = invocation.scope.value(root);
  if (value === undefined || value === null || segments.length === 0) return value ?? undefined;
  return subLookup(key, invocation, segments, value);
}

function same(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  return (
    Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => same(item, b[at]))
  );
}
