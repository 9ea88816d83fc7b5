import { Hash } from "../../values/hash.ts";
import { Type, type TypeVisitor } from "../../values/type.ts";
import type { TypeFormat, TypeNamer } from "../../values/type-format.ts";
import type { Value } from "../../values/value.ts";
import { describeTypeSet, typeSetHash } from "./describe-type-set.ts";
import { readTypeSet, type TypeSetDefinition, type TypeSetReference } from "./type-set-definition.ts";

/** `TypeSet[{...}]`: a named and versioned set of types that know each other by short names. */
export class TypeSetType extends Type implements TypeNamer {
  static readonly default = new TypeSetType("DefaultTypeSet", () =>
    Hash.of({ pcore_uri: "http://puppet.com/2016.1/pcore", pcore_version: "1.0.0", version: "0.0.0" }),
  );
  readonly #givenName: string | undefined;
  readonly #hash: (set: TypeSetType) => Hash;
  readonly #findSet: (name: string) => Type | undefined;
  #definition: TypeSetDefinition | undefined;
  #lowerNames: ReadonlyMap<string, string> | undefined;

  constructor(
    name: string | undefined,
    hash: (set: TypeSetType) => Hash,
    findSet: (name: string) => Type | undefined = () => undefined,
  ) {
    super();
    this.#givenName = name;
    this.#hash = hash;
    this.#findSet = findSet;
  }

  /** The set a hash defines; fails at once when the hash is wrong. */
  static of(hash: Hash, findSet?: (name: string) => Type | undefined): TypeSetType {
    if (hash.size === 0) return TypeSetType.default;
    const set = new TypeSetType(undefined, () => hash, findSet);
    void set.definition;
    return set;
  }

  get name(): string {
    return this.#givenName ?? this.definition.name ?? "TypeSet";
  }

  get definition(): TypeSetDefinition {
    this.#definition ??= readTypeSet(this, this.#hash(this), this.#givenName, this.#findSet);
    return this.#definition;
  }

  get label(): string {
    return `TypeSet '${this.name}'`;
  }

  /** The type of a name, or of `Alias::Name` in a referenced set; regardless of case. */
  find(name: string): Type | undefined {
    const { types, references } = this.definition;
    const own = types.get(name) ?? types.get(this.#cased(name));
    if (own) return own;
    const [first, ...rest] = name.split("::");
    const reference = references.get(first!) ?? references.get(this.#cased(first!));
    if (!reference) return undefined;
    return rest.length === 0 ? reference.typeSet() : reference.typeSet().find(rest.join("::"));
  }

  isInstance(value: Value): boolean {
    return value instanceof TypeSetType;
  }

  accepts(other: Type): boolean {
    return other instanceof TypeSetType && (this === TypeSetType.default || this.equals(other));
  }

  defines(type: Type): boolean {
    return [...this.definition.types.values()].some((own) => own.equals(type));
  }

  nameFor(type: Type, fallback: string): string {
    return this.#nameOf(type) ?? fallback;
  }

  toHash(): Hash {
    return typeSetHash(this);
  }

  override toString(): string {
    return this.expandedText();
  }

  describe(format: TypeFormat): string {
    if (format.mode === "identity") {
      const { nameAuthority, version } = this.definition;
      return `typeset:${nameAuthority}/${this.name}/${version}`;
    }
    return describeTypeSet(this, format);
  }

  override visit(visitor: TypeVisitor): void {
    visitor(this);
  }

  #nameOf(type: Type): string | undefined {
    const { types, references } = this.definition;
    for (const [name, own] of types) if (own.equals(type)) return name;
    for (const [alias, reference] of references) {
      const name = (reference as TypeSetReference).typeSet().#nameOf(type);
      if (name !== undefined) return `${alias}::${name}`;
    }
    return undefined;
  }

  #cased(name: string): string {
    const { types, references } = this.definition;
    this.#lowerNames ??= new Map(
      [...types.keys(), ...references.keys()].map((key) => [key.toLowerCase(), key]),
    );
    return this.#lowerNames.get(name.toLowerCase()) ?? name;
  }
}
