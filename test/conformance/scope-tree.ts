import { Scope } from "../../src/evaluate/scope.ts";
import type { Hash } from "../../src/values/hash.ts";
import { setVariables } from "./language-context.ts";
import { hashAt } from "./values.ts";

/** The scopes that a request's entries name: 0 is the top scope, others lie below it, and each may have local ones. */
export class ScopeTree {
  readonly #top: Scope;
  readonly #named = new Map<number, Scope>();
  readonly #locals = new Map<Scope, Scope[]>();

  constructor(top: Scope) {
    this.#top = top;
  }

  /** The scope of `{ id, level, variables, locals }`. */
  scopeOf(wanted: Hash): Scope {
    const named = this.#namedScope(Number(wanted.get("id") ?? 0n), hashAt(wanted, "variables"));
    return this.#localScope(named, Number(wanted.get("level") ?? 0n), hashAt(wanted, "locals"));
  }

  #namedScope(id: number, variables: Hash): Scope {
    if (id === 0) return this.#top;
    const known = this.#named.get(id);
    if (known) return known;
    const scope = new Scope(this.#top.compilation, this.#top, this.#top.resource, { kind: "node" });
    this.#named.set(id, scope);
    setVariables(scope, variables);
    return scope;
  }

  /** Going down a level opens a scope with the locals; going up forgets the deeper ones. */
  #localScope(named: Scope, level: number, locals: Hash): Scope {
    const open = this.#locals.get(named) ?? [];
    this.#locals.set(named, open);
    open.length = Math.min(open.length, level);
    if (open.length < level) {
      const scope = new Scope(named.compilation, open.at(-1) ?? named);
      setVariables(scope, locals);
      open.push(scope);
    }
    return open.at(-1) ?? named;
  }
}
