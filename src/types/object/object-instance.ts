import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { hashKey } from "../../values/hash-key.ts";
import { type Method, RichValue } from "../../values/rich-value.ts";
import type { Type } from "../../values/type.ts";
import { TypeFormat } from "../../values/type-format.ts";
import type { Value } from "../../values/value.ts";
import { CallableType } from "../callable-type.ts";
import { EMPTY } from "../collection-type.ts";
import { inference } from "../inference.ts";
import { describeSignatures } from "../mismatch/signatures.ts";
import { TupleType } from "../tuple-type.ts";
import type { ObjectMember } from "./member.ts";
import type { ObjectType } from "./object-type.ts";

/** An instance of an Object type: the values of its attributes. */
export class ObjectInstance extends RichValue {
  readonly type: ObjectType;
  /** What was given or is the default, by attribute; constants are looked up in the type. */
  readonly attributes: ReadonlyMap<string, Value>;

  constructor(type: ObjectType, attributes: ReadonlyMap<string, Value>) {
    super();
    this.type = type;
    this.attributes = attributes;
  }

  get typeName(): string {
    return this.type.name;
  }

  /** The type of this instance, with the parameters its attributes give it. */
  instanceType(): Type {
    return this.type.typeOf(this);
  }

  /** The value of an attribute, constants included; undefined when there is no such attribute. */
  get(name: string): Value | undefined {
    const held = this.attributes.get(name);
    if (held !== undefined) return held;
    const attribute = this.type.attributes().get(name);
    return attribute && (attribute.value ?? null);
  }

  /** An attribute or a function of the type. */
  override method(name: string): Method | undefined {
    const member = this.type.member(name);
    return member && ((args) => invokeMember(this, member, args));
  }

  /** The hash this instance could be made of; attributes that have their default are left out. */
  toHash(): Hash {
    const attributes = this.type.attributes();
    const given = [...this.attributes].filter(([name, value]) => {
      const fallback = attributes.get(name)?.value;
      return fallback === undefined || hashKey(fallback) !== hashKey(value);
    });
    return Hash.from(given);
  }

  hashKey(): string {
    const names = [...this.type.equalityAttributes().keys()];
    const values = names.map((name) => this.attributes.get(name) ?? null);
    const type = this.type.definition.equalityIncludesType ? this.type.identity : "";
    return `Object:${type}:${String(hashKey(values))}`;
  }

  describe(format: TypeFormat): string {
    return `${this.instanceType().name}(${format.value(this.toHash())})`;
  }

  toString(): string {
    return this.describe(TypeFormat.plain);
  }
}

const NO_ARGUMENTS = new CallableType(new TupleType([], EMPTY));

/** What asking an instance for a member gives: an attribute's value, or what its function returns. */
export function invokeMember(instance: ObjectInstance, member: ObjectMember, args: readonly Value[]): Value {
  const type = member.featureType === "attribute" ? NO_ARGUMENTS : (member.type as CallableType);
  if (!type.params?.isInstance(args)) {
    const signature = { type, parameterNames: [] };
    fail("TYPE_MISMATCH", describeSignatures(member.label, [signature], inference.inferSet(args)));
  }
  if (member.featureType === "attribute") return instance.get(member.name) ?? null;
  if (instance.type.name === "Error" && member.name === "message") return instance.get("msg") ?? null;
  return fail("RUNTIME_ERROR", `no method is implemented for ${member.label}`);
}
