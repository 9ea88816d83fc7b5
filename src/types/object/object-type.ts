import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { RecursionGuard, SELF_RECURSION } from "../../values/recursion-guard.ts";
import { RichValue } from "../../values/rich-value.ts";
import { type Guard, Type, type TypeVisitor } from "../../values/type.ts";
import type { TypeFormat } from "../../values/type-format.ts";
import type { Value } from "../../values/value.ts";
import { allowsUndef } from "../allows-undef.ts";
import { inference } from "../inference.ts";
import { StructElement, StructType } from "../struct-type.ts";
import type { Attribute, TypeParameter } from "./attribute.ts";
import { type ObjectDefinition, readDefinition } from "./definition.ts";
import { describeObject, objectHash } from "./describe-object.ts";
import type { MemberContainer, ObjectMember } from "./member.ts";
import { ObjectExtensionType } from "./object-extension-type.ts";
import type { ObjectInstance } from "./object-instance.ts";

/**
 * `Object[{...}]`: a type with named attributes and functions, and perhaps a parent. Its definition is read when
 * it is first needed, so that it may refer to itself.
 */
export class ObjectType extends Type implements MemberContainer {
  static readonly default = new ObjectType(undefined, () => Hash.empty);
  readonly name: string;
  /** The name it was given by an alias or in its hash; undefined for an anonymous one. */
  #givenName: string | undefined;
  readonly #hash: () => Hash;
  #definition: ObjectDefinition | undefined;
  #reading = false;
  #initType: StructType | undefined;

  constructor(name: string | undefined, hash: () => Hash) {
    super();
    this.#givenName = name;
    this.name = name ?? "Object";
    this.#hash = hash;
  }

  /** The type a hash defines; fails at once when the hash is wrong. */
  static of(hash: Hash): ObjectType {
    if (hash.size === 0) return ObjectType.default;
    const name = hash.get("name");
    const type = new ObjectType(typeof name === "string" ? name : undefined, () => hash);
    void type.definition;
    return type;
  }

  get label(): string {
    return this.name;
  }

  get givenName(): string | undefined {
    return this.#givenName;
  }

  get definition(): ObjectDefinition {
    if (!this.#definition) {
      if (this.#reading) return EMPTY_DEFINITION;
      this.#reading = true;
      try {
        this.#definition = readDefinition(this, this.#hash());
      } finally {
        this.#reading = false;
      }
    }
    return this.#definition;
  }

  /** The parent when it is an Object type, aliases looked through. */
  get parentObject(): ObjectType | undefined {
    const parent = this.definition.parent?.unaliased();
    return parent instanceof ObjectType ? parent : undefined;
  }

  isInstance(value: Value, guard?: Guard): boolean {
    // Types are themselves objects of the type system.
    if (value instanceof Type) return this === ObjectType.default;
    return value instanceof RichValue && this.isAssignable(inference.infer(value), guard);
  }

  accepts(other: Type, guard?: Guard): boolean {
    if (other instanceof ObjectExtensionType) return this.isAssignable(other.base, guard);
    if (!(other instanceof ObjectType)) return false;
    if (this.equals(ObjectType.default) || this.equals(other)) return true;
    const { parent } = other.definition;
    return parent !== undefined && this.isAssignable(parent, guard);
  }

  /** Attributes and functions, inherited ones included. */
  members(): Map<string, ObjectMember> {
    return new Map([...this.attributes(), ...this.functions()]);
  }

  /** Attributes, inherited ones first. */
  attributes(): Map<string, Attribute> {
    return new Map([...(this.parentObject?.attributes() ?? []), ...this.definition.attributes]);
  }

  /** Functions, inherited ones first. */
  functions(): Map<string, ObjectMember> {
    return new Map([...(this.parentObject?.functions() ?? []), ...this.definition.functions]);
  }

  /** Type parameters, inherited ones first. */
  allTypeParameters(): Map<string, TypeParameter> {
    return new Map([...(this.parentObject?.allTypeParameters() ?? []), ...this.definition.typeParameters]);
  }

  /** The attribute or function of a name. */
  member(name: string): ObjectMember | undefined {
    const { attributes, functions } = this.definition;
    return attributes.get(name) ?? functions.get(name) ?? this.parentObject?.member(name);
  }

  /** The attributes that make two instances equal. */
  equalityAttributes(): Map<string, Attribute> {
    const { attributes, equality } = this.definition;
    const own = equality
      ? equality.flatMap((name) => attributes.get(name) ?? [])
      : [...attributes.values()].filter((attribute) => attribute.kind !== "constant");
    const inherited = this.parentObject?.equalityAttributes() ?? [];
    return new Map([
      ...inherited,
      ...own.map((attribute): [string, Attribute] => [attribute.name, attribute]),
    ]);
  }

  /** The Struct that a hash must fit for an instance to be made of it. */
  initHashType(): StructType {
    this.#initType ??= new StructType(
      [...this.attributes().values()]
        .filter((attribute) => attribute.isGiven)
        .map(
          ({ name, type, value }) => new StructElement(name, type, value !== undefined || allowsUndef(type)),
        ),
    );
    return this.#initType;
  }

  /** The type of an instance: with parameters taken from attributes of the same name, where there are any. */
  typeOf(instance: ObjectInstance): Type {
    const parameters = this.allTypeParameters();
    return parameters.size === 0
      ? this
      : ObjectExtensionType.ofInstance(this, [...parameters.keys()], instance);
  }

  /** The hash that defines this type. */
  toHash(includeName = true): Hash {
    return objectHash(this, includeName);
  }

  override toString(): string {
    return this.expandedText();
  }

  describe(format: TypeFormat): string {
    return describeObject(this, format);
  }

  override visit(visitor: TypeVisitor, guard?: Guard): void {
    const used = guard ?? new RecursionGuard();
    used.withThis(this, (state) => {
      if ((state & SELF_RECURSION.inThis) !== 0) return;
      visitor(this);
      for (const part of this.parts()) part.visit(visitor, used);
    });
  }

  override parts(): readonly Type[] {
    const { parent, typeParameters, attributes, functions } = this.definition;
    const members = [...typeParameters.values(), ...attributes.values(), ...functions.values()];
    const types = members.map(({ type }) => type);
    return parent ? [parent, ...types] : types;
  }

  override isIterable(guard?: Guard): boolean {
    return this.definition.parent?.isIterable(guard) ?? false;
  }

  override iteratedType(guard?: Guard): Type | undefined {
    return this.definition.parent?.iteratedType(guard);
  }

  override checkSelfRecursion(originator: Type): void {
    const { parent } = this.definition;
    if (!parent) return;
    if (parent === originator) failInheritance(originator);
    parent.checkSelfRecursion(originator);
  }
}

const EMPTY_DEFINITION: ObjectDefinition = {
  parent: undefined,
  typeParameters: new Map(),
  attributes: new Map(),
  functions: new Map(),
  equality: undefined,
  equalityIncludesType: true,
  checks: undefined,
  annotations: undefined,
};

function failInheritance(type: Type): never {
  fail("RUNTIME_ERROR", `The Object type '${type.name}' inherits from itself`);
}
