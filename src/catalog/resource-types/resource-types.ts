import type { Environment } from "../../modules/environment.ts";
import builtin from "./builtin.json" with { type: "json" };
import { KnownType } from "./known-type.ts";
import { findRubyType } from "./ruby-type-file.ts";

interface BuiltinType {
  readonly attributes: readonly string[];
  readonly key: readonly string[];
  readonly titles?: readonly (readonly [string, readonly string[]])[];
  readonly isomorphic?: boolean;
}

const BUILTIN: Readonly<Record<string, BuiltinType>> = builtin.types as unknown as Record<
  string,
  BuiltinType
>;

/** Resource types that are not written in the Puppet language: Puppet's own, and those of modules' Ruby code. */
export class ResourceTypes {
  readonly #environment: Environment | undefined;
  readonly #found = new Map<string, KnownType | undefined>();

  constructor(environment?: Environment) {
    this.#environment = environment;
  }

  /** The type of a name in any case; such types have no namespace. */
  find(name: string): KnownType | undefined {
    const key = name.toLowerCase();
    if (key.includes(":")) return undefined;
    if (!this.#found.has(key)) this.#found.set(key, this.#load(key));
    return this.#found.get(key);
  }

  /** Lower-case names of Puppet's own types, for "did you mean". */
  names(): Iterable<string> {
    return Object.keys(BUILTIN);
  }

  #load(name: string): KnownType | undefined {
    const data = Object.hasOwn(BUILTIN, name) ? BUILTIN[name] : undefined;
    return data ? builtinType(name, data) : findRubyType(name, this.#environment);
  }
}

function builtinType(name: string, data: BuiltinType): KnownType {
  return new KnownType({
    name,
    attributes: new Set(data.attributes),
    key: data.key,
    titlePatterns: data.titles,
    isomorphic: data.isomorphic ?? true,
  });
}
