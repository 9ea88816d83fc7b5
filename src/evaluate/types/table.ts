import { fail } from "../../diagnostics/failure.ts";
import type { Expression, LiteralHash, TypeAlias, TypeDefinition } from "../../syntax/ast.ts";
import { builtinType } from "../../types/builtin-types.ts";
import { capitalized } from "../../types/capitalized.ts";
import { ObjectType } from "../../types/object/object-type.ts";
import { parseType } from "../../types/parse.ts";
import { ResourceType } from "../../types/resource-type.ts";
import { Type } from "../../types/type.ts";
import { TypeAliasType } from "../../types/type-alias-type.ts";
import type { Compilation } from "../compilation.ts";
import type { TypeTable } from "../type-table.ts";
import { interpreted, interpretedHash } from "./interpret.ts";

/** Data types by name: built-in ones, then aliases of modules and the environment, then types of resources. */
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
    const type = builtinType(key) ?? this.#alias(key) ?? this.#resourceType(key);
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
    const alias = new TypeAliasType(definition.name, () => this.#aliased(definition));
    this.#found.set(key, alias);
    this.#resolve(alias, key);
    return alias;
  }

  /** What an alias stands for is worked out where it is first named, which is where an error in it is told. */
  #resolve(alias: TypeAliasType, key: string): void {
    try {
      void alias.resolved;
    } catch (thrown) {
      this.#found.delete(key);
      throw thrown;
    }
  }

  #aliased(definition: TypeAlias | TypeDefinition): Type {
    const { name } = definition;
    const { topScope } = this.#compilation();
    const body = definition.kind === "TypeAlias" ? definition.type : definition.body;
    const object = objectHash(body);
    if (object !== undefined) return new ObjectType(name, () => interpretedHash(object, topScope));
    const type = interpreted(body, topScope);
    if (type instanceof Type) return type;
    return fail("RUNTIME_ERROR", `Type alias '${name}' cannot be resolved to a real type`);
  }

  #resourceType(key: string): Type | undefined {
    const { catalog, definitions } = this.#compilation();
    const known = catalog.types.find(key) !== undefined || definitions.resourceType(key) !== undefined;
    return known ? new ResourceType(capitalized(key)) : undefined;
  }
}

/** The hash of `Object[{...}]`, which takes its name from the alias. */
function objectHash(node: Expression): LiteralHash | undefined {
  if (node.kind !== "AccessExpression" || node.left.kind !== "QualifiedReference") return undefined;
  const [key] = node.keys;
  return node.left.value === "Object" && key?.kind === "LiteralHash" ? key : undefined;
}
