import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import type { Branch, Explainer } from "./explain/explainer.ts";
import type { LayeredData } from "./layered-data.ts";
import { asLookupFailure, lookupFail } from "./lookup-failure.ts";
import type { LookupKey } from "./lookup-key.ts";
import type { LookupScope } from "./lookup-scope.ts";

/** What a lookup started inside another one inherits, and what it may replace. */
export interface InvocationOptions {
  readonly overrides?: Hash | undefined;
  readonly defaults?: Hash | undefined;
  readonly explainer?: Explainer | undefined;
  readonly parent?: Invocation | undefined;
}

/** One lookup while it runs: its scope, the names being looked up (against recursion), and who is watching. */
export class Invocation {
  readonly layers: LayeredData;
  readonly scope: LookupScope;
  readonly overrides: Hash;
  readonly defaults: Hash;
  explainer: Explainer | undefined;
  /** The key asked for by the caller, and the module whose layer is searched. */
  topKey: LookupKey | undefined;
  moduleName: string | undefined;
  globalOnly: boolean;
  /** Called through one of the hiera_xxx functions. */
  hieraCall: boolean;
  hiera3Levels: readonly string[];
  readonly #names: string[];

  constructor(layers: LayeredData, scope: LookupScope, options: InvocationOptions = {}) {
    const parent = options.parent;
    this.layers = layers;
    this.scope = scope;
    this.overrides = options.overrides ?? Hash.empty;
    this.defaults = options.defaults ?? Hash.empty;
    this.explainer = parent ? parent.explainer : options.explainer;
    this.globalOnly = parent?.globalOnly ?? false;
    this.hieraCall = parent?.hieraCall ?? false;
    this.hiera3Levels = parent?.hiera3Levels ?? [];
    this.#names = parent ? [...parent.#names] : [];
  }

  /** The same lookup seen from another scope. */
  inScope(scope: LookupScope): Invocation {
    const { overrides, defaults, explainer } = this;
    return new Invocation(this.layers, scope, {
      overrides,
      defaults,
      explainer,
      parent: this.layers.current ?? this,
    });
  }

  /** Look something up under a name; a name met again on the way fails with all of them. */
  check<T>(name: string, find: () => T): T {
    if (this.#names.includes(name)) lookupFail(`Recursive lookup detected in [${this.#names.join(", ")}]`);
    this.#names.push(name);
    try {
      return find();
    } catch (error) {
      throw asLookupFailure(error);
    } finally {
      this.#names.pop();
    }
  }

  /** Do something as a branch of the explanation. */
  with<T>(branch: Branch, find: () => T): T {
    const explainer = this.explainer;
    if (explainer === undefined) return find();
    explainer.push(branch);
    try {
      return find();
    } finally {
      explainer.pop();
    }
  }

  reportFound(key: string, value: Value): Value {
    this.explainer?.found(key, value, "");
    return value;
  }

  reportNotFound(key: string): void {
    this.explainer?.notFound(key);
  }

  reportText(text: () => string): void {
    this.explainer?.text(text());
  }

  /** Told of every variable that interpolation read; configurations remember what they were built from. */
  rememberVariable(_reading: VariableReading): void {}
}

/** A variable that interpolation read: `segments` lead from the root variable to the value. */
export interface VariableReading {
  readonly key: string;
  readonly root: string;
  readonly segments: readonly (string | bigint)[];
  readonly value: Value | undefined;
}
