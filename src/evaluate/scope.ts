import type { DeclaredResource } from "../catalog/declared-resource.ts";
import { capitalized } from "../types/capitalized.ts";
import { Hash } from "../values/hash.ts";
import type { RegexpMatch } from "../values/regexp.ts";
import type { Value } from "../values/value.ts";
import type { Compilation } from "./compilation.ts";
import { settingValue } from "./settings-variables.ts";

/** What a scope belongs to; `local` is a lambda, a function body, a template or a parameter list. */
export type ScopeKind = "top" | "node" | "class" | "define" | "local";

/** What else is known when a scope is made. */
export interface ScopeOptions {
  readonly kind?: ScopeKind | undefined;
  /** The scope that declared this one's class or define instance; resource defaults are inherited from it. */
  readonly declaredIn?: Scope | undefined;
  /** The module whose code runs in this scope. */
  readonly moduleName?: string | undefined;
}

const NO_OPTIONS: ScopeOptions = {};

/**
 * Where names are looked up while code runs. `parent` is where a name is looked for next: the inherited class, else
 * the node or top scope for classes and defines; the surrounding scope for lambdas; the top scope for functions.
 */
export class Scope {
  readonly compilation: Compilation;
  readonly parent: Scope | undefined;
  /** The class, define instance or node being evaluated; Class[main] at top scope. */
  readonly resource: DeclaredResource | undefined;
  readonly kind: ScopeKind;
  readonly declaredIn: Scope | undefined;
  readonly moduleName: string | undefined;
  /**
   * What the last successful match left behind for `$0`, `$1` ...; `if`, `case` and the like restore it at their end.
   * `null`: nothing, and matches further out are not seen either.
   */
  match: RegexpMatch | null | undefined;
  /** While the defaults of a class's parameters are worked out: the parameters so far, which `$class::x` sees too. */
  binding: Scope | undefined;
  /**
   * The lambda, function body or template that runs in this class, node, define or top scope at the moment. Puppet
   * keeps them on a stack of the scope, so code of a class that a lambda includes sees the lambda's variables too.
   */
  innermost: Scope | undefined;
  #variables: Map<string, Value> | undefined;

  constructor(
    compilation: Compilation,
    parent?: Scope,
    resource?: DeclaredResource,
    options: ScopeOptions = NO_OPTIONS,
  ) {
    this.compilation = compilation;
    this.parent = parent;
    this.resource = resource ?? parent?.resource;
    this.kind = options.kind ?? (parent === undefined ? "top" : "local");
    this.declaredIn = options.declaredIn ?? parent;
    this.moduleName = options.moduleName ?? parent?.moduleName;
  }

  /** The value of a variable by its name as written (`x`, `::x`, `a::b`, `1`); undefined when it was never set. */
  lookup(name: string): Value | undefined {
    if (name.includes("::")) return this.#qualified(name);
    const first = name.charCodeAt(0);
    if (first >= 48 && first <= 57) return this.#matched(Number(name));
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.next()) {
      const value = scope.own(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Where a name that is not in this scope is looked for. */
  next(): Scope | undefined {
    return this.kind === "local" ? this.parent : (this.parent?.innermost ?? this.parent);
  }

  /** Whether a name is known in this very scope, with a value or waiting for one. */
  declares(name: string): boolean {
    return this.own(name) !== undefined;
  }

  /** Whether a match has succeeded whose groups `$0`, `$1` ... give. */
  hasMatch(): boolean {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.next()) {
      if (scope.match !== undefined) return scope.match !== null;
    }
    return false;
  }

  /** Run code of a lambda, function or template in this scope. */
  running<T>(code: () => T): T {
    const named = this.named();
    const before = named.innermost;
    named.innermost = this;
    try {
      return code();
    } finally {
      named.innermost = before;
    }
  }

  /** The value of a variable set in this very scope. */
  own(name: string): Value | undefined {
    const value = this.#variables?.get(name);
    if (value !== undefined || this.kind !== "top") return value;
    const { node } = this.compilation;
    return node.parameters.get(name) ?? node.facts.get(name) ?? this.#reserved(name);
  }

  /** Bind a variable here; whether that is allowed is for the caller to ask first (see assign-variable.ts). */
  set(name: string, value: Value): void {
    this.#variables ??= new Map();
    this.#variables.set(name, value);
  }

  /** The variables set in this scope itself, in order. */
  variables(): ReadonlyMap<string, Value> {
    return this.#variables ?? new Map();
  }

  /** The node scope, or the top scope when the code stands outside nodes. */
  global(): Scope {
    let scope: Scope = this;
    while (scope.kind !== "top" && scope.kind !== "node" && scope.parent) scope = scope.parent;
    return scope;
  }

  /** A scope below this one from which the matches made out here are not seen: where functions and templates start. */
  withoutMatches(): Scope {
    const scope = new Scope(this.compilation, this);
    scope.match = null;
    return scope;
  }

  /** The class, define, node or top scope around lambdas. */
  named(): Scope {
    let scope: Scope = this;
    while (scope.kind === "local" && scope.parent) scope = scope.parent;
    return scope;
  }

  /** How log lines name this scope: `Scope(Class[main])`. */
  toString(): string {
    if (this.resource === undefined) return "Scope()";
    const { type, title } = this.resource;
    return `Scope(${type}[${type === "Class" && title !== "main" ? capitalized(title) : title}])`;
  }

  #reserved(name: string): Value | undefined {
    const { node } = this.compilation;
    if (name === "facts") return node.facts;
    if (name === "trusted") return node.trusted;
    return name === "server_facts" ? (node.serverFacts ?? Hash.empty) : undefined;
  }

  #matched(group: number): Value | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.next()) {
      if (scope.match !== undefined) return scope.match?.groups[group] ?? null;
    }
    return undefined;
  }

  #qualified(name: string): Value | undefined {
    const { topScope, classScopes, settings } = this.compilation;
    const path = name.startsWith("::") ? name.slice(2) : name;
    const cut = path.lastIndexOf("::");
    if (cut < 0) return topScope.own(path);
    const owner = path.slice(0, cut);
    const leaf = path.slice(cut + 2);
    if (owner === "settings") return settingValue(leaf, settings);
    const ofClass = classScopes.get(owner);
    for (const value of candidates(ofClass, leaf, () => topScope.own(path)))
      if (value !== undefined) return value;
    return undefined;
  }
}

/** The scope of the code that declared a resource; undefined for what is there without a declaration. */
export function scopeOf({ declaredIn }: DeclaredResource): Scope | undefined {
  return declaredIn instanceof Scope ? declaredIn : undefined;
}

/** The values that `$class::leaf` may mean, the first that there is counts: a fact may have `::` in its name. */
function* candidates(
  ofClass: Scope | undefined,
  leaf: string,
  fact: () => Value | undefined,
): Iterable<Value | undefined> {
  if (ofClass?.kind === "class") yield (ofClass.binding ?? ofClass).own(leaf);
  yield fact();
  for (let scope = ofClass?.parent; scope?.kind === "class"; scope = scope.parent) {
    yield (scope.binding ?? scope).own(leaf);
  }
}
