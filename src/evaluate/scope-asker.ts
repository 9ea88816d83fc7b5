import type { Log } from "../diagnostics/log.ts";
import type { Asker, AskerFunctions } from "../hiera/asker.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import type { Scope } from "./scope.ts";

/** What layered data may ask of a scope. */
export function askerOf(scope: Scope): Asker {
  return new ScopeAsker(scope);
}

class ScopeAsker implements Asker {
  readonly log: Log;
  readonly functions: AskerFunctions;
  readonly #scope: Scope;

  constructor(scope: Scope) {
    const { functions, log } = scope.compilation;
    this.#scope = scope;
    this.log = log;
    this.functions = {
      has: (name) => functions.has(name),
      names: () => functions.names(),
      returnType: (name) => functions.returnType?.(name),
      call: (name, args) => functions.call(name, args, scope, {}),
    };
  }

  variable(name: string): Value | undefined {
    return this.#scope.lookup(name);
  }

  /** Parameters have no values before all of them do: a class counts as evaluated only then. */
  whyUndefined(name: string): string {
    const path = name.replace(/^::/, "");
    const cut = path.lastIndexOf("::");
    if (cut < 0) return "";
    const owner = path.slice(0, cut);
    const { definitions, classScopes } = this.#scope.compilation;
    const definition = definitions.hostClass(owner);
    if (!definition) return `class ${owner} could not be found`;
    const given = definition.parameters.some((parameter) => parameter.name === path.slice(cut + 2));
    return classScopes.has(owner) && !given ? "" : `class ${owner} has not been evaluated`;
  }

  callingClass(): string | undefined {
    for (let at: Scope | undefined = this.#scope; at; at = at.declaredIn) {
      if (at.resource?.kind === "class" && at.kind !== "top") return at.resource.title.toLowerCase();
    }
    return undefined;
  }

  parseType(expression: string): Type {
    return this.#scope.compilation.types.parse(expression);
  }
}
