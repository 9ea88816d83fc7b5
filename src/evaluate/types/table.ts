import { builtinType } from "../../types/builtin-types.ts";
import { capitalized } from "../../types/capitalized.ts";
import { defineType, settleType, typeInSet } from "../../types/define.ts";
import { parseType } from "../../types/parse.ts";
import { ResourceType } from "../../types/resource-type.ts";
import type { Type } from "../../values/type.ts";
import type { Compilation } from "../compilation.ts";
import type { TypeTable } from "../type-table.ts";

/** Data types by name: built-in ones, then types of resources and defines, then aliases of modules and the environment. */
export class LoadedTypes implements TypeTable {
  /** Asked for late: the compilation has this table among its parts. */
  readonly #compilation: () => Compilation;
  readonly #found = new Map<string, Type | undefined>();
  readonly #parsed = new Map<string, Type>();

  constructor(compilation: () => Compilation) {
    this.#compilation = compilation;
  }

  find(name: string): Type | undefined {
    const key = (name.startsWith("::") ? name.slice(2) : name).toLowerCase();
    if (this.#found.has(key)) return this.#found.get(key);
    const type = builtinType(key) ?? this.#resourceType(key) ?? this.#alias(key) ?? this.#inSet(key);
    if (type !== undefined) this.#found.set(key, type);
    return type;
  }

  parse(expression: string): Type {
    const known = this.#parsed.get(expression) ?? this.find(expression);
    if (known !== undefined) return known;
    const type = parseType(expression, (name) => this.find(name));
    this.#parsed.set(expression, type);
    return type;
  }

  #alias(key: string): Type | undefined {
    const definition = this.#compilation().definitions.typeAlias(key);
    if (definition === undefined) return undefined;
    const body = definition.kind === "TypeAlias" ? definition.type : definition.body;
    const type = defineType(definition.name, body, (name) => this.find(name));
    this.#found.set(key, type);
    this.#settle(type, key);
    return type;
  }

  /** What a type stands for is worked out where it is first named, which is where an error in it is told. */
  #settle(type: Type, key: string): void {
    try {
      settleType(type);
    } catch (thrown) {
      this.#found.delete(key);
      throw thrown;
    }
  }

  #inSet(key: string): Type | undefined {
    return typeInSet(key, (name) => this.#found.get(name) ?? this.#alias(name));
  }

  #resourceType(key: string): Type | undefined {
    const { catalog, definitions } = this.#compilation();
    const known = catalog.types.find(key) !== undefined || definitions.resourceType(key) !== undefined;
    return known ? new ResourceType(capitalized(key)) : undefined;
  }
}
