import type { Value } from "../values/value.ts";
import type { Asker } from "./asker.ts";

/** Variables as interpolation sees them: a scope of the Puppet language, possibly with some names laid over it. */
export interface LookupScope {
  readonly asker: Asker;
  /** Whether Hiera 3's own variables (`calling_module` and such) are there, and empty strings count as undefined. */
  readonly hiera3: boolean;
  /** The value of a variable; undefined when it does not exist. */
  value(name: string): Value | undefined;
  /** Whether a name without a value is nothing to warn about: Puppet's own names, and those of matches. */
  knows(name: string): boolean;
}

const BUILT_IN = /^(?:module_name|caller_module_name|[0-9]+)$/;
const CALLING = /^calling_(?:class|class_path|module)$/;

/** The variables of a scope of the Puppet language, as they are. */
export function languageScope(asker: Asker): LookupScope {
  return new LanguageScope(asker);
}

class LanguageScope implements LookupScope {
  readonly asker: Asker;
  readonly hiera3 = false;

  constructor(asker: Asker) {
    this.asker = asker;
  }

  value(name: string): Value | undefined {
    return this.asker.variable(name);
  }

  knows(name: string): boolean {
    return BUILT_IN.test(name);
  }
}

/** A scope with one more variable, for mapped_paths. */
export function withVariable(scope: LookupScope, name: string, value: Value): LookupScope {
  return {
    asker: scope.asker,
    hiera3: scope.hiera3,
    knows: (asked) => scope.knows(asked),
    value: (asked) => (asked === name ? value : scope.value(asked)),
  };
}

/** A scope as Hiera 3 offered it to hiera.yaml and data: with calling_class, calling_class_path, calling_module. */
export function hiera3Scope(scope: LookupScope): LookupScope {
  const callingClass = (): string | undefined => scope.asker.callingClass();
  const read = (name: string): Value | undefined => {
    if (name === "calling_class") return callingClass();
    if (name === "calling_class_path") return callingClass()?.replaceAll("::", "/");
    return scope.value(name === "calling_module" ? "module_name" : name);
  };
  return {
    asker: scope.asker,
    hiera3: true,
    knows: (name) => CALLING.test(name) || scope.knows(name),
    value: (name) => {
      const value = read(name);
      return value === "" ? null : value;
    },
  };
}
