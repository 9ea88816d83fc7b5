import { Default } from "../../values/default.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { assertInstance } from "../assert-instance.ts";
import type { TypeType } from "../type-type.ts";
import { ATTRIBUTE } from "./i12n-types.ts";
import { invalid, type MemberContainer, memberLabel, ObjectMember } from "./member.ts";

/** How an attribute gets its value, when not plainly by being given. */
export type AttributeKind = "constant" | "derived" | "given_or_derived" | "reference";

/** A named value that instances of an Object type have. */
export class Attribute extends ObjectMember {
  readonly featureType: string = "attribute";
  readonly kind: AttributeKind | undefined;
  /** The default, or a constant's value; undefined when there is none. */
  readonly value: Value | undefined;
  readonly #final: boolean;

  constructor(name: string, container: MemberContainer, definition: Hash, featureType = "attribute") {
    assertInstance(`initializer for ${memberLabel(featureType, container, name)}`, ATTRIBUTE, definition);
    super(name, container, definition);
    if (name === "__ptype" || name === "__pvalue") {
      invalid(`The attribute '${name}' is reserved and cannot be used`);
    }
    this.kind = (definition.get("kind") as AttributeKind | undefined) ?? undefined;
    this.#final = definition.get("final") === true || this.kind === "constant";
    if (this.kind === "constant" && definition.get("final") === false) {
      invalid(`${this.label} of kind 'constant' cannot be combined with final => false`);
    }
    this.value = this.#checkedValue(definition.get("value"));
  }

  get isFinal(): boolean {
    return this.#final;
  }

  override get isConstant(): boolean {
    return this.kind === "constant";
  }

  /** Whether an instance is given this attribute's value when it is made. */
  get isGiven(): boolean {
    return this.kind !== "constant" && this.kind !== "derived";
  }

  override definition(): [string, Value][] {
    const entries = super.definition().filter(([key]) => !(key === "final" && this.isConstant));
    if (this.kind) entries.push(["kind", this.kind]);
    if (this.value !== undefined) entries.push(["value", this.value]);
    return entries;
  }

  #checkedValue(value: Value | undefined): Value | undefined {
    if (value === undefined) {
      if (this.kind === "constant") invalid(`${this.label} of kind 'constant' requires a value`);
      return undefined;
    }
    if (this.kind === "derived" || this.kind === "given_or_derived") {
      invalid(`${this.label} of kind '${this.kind}' cannot be combined with an attribute value`);
    }
    return value instanceof Default ? value : assertInstance(`${this.label} value`, this.type, value);
  }
}

/** A parameter that an Object type can be given in brackets, such as `Error['kind']`. */
export class TypeParameter extends Attribute {
  override readonly featureType = "type_parameter";

  constructor(name: string, container: MemberContainer, definition: Hash) {
    super(name, container, definition, "type_parameter");
  }

  /** The parameter's type without the Optional that every parameter has. */
  override definition(): [string, Value][] {
    return super
      .definition()
      .filter(([key, value]) => !(key === "value" && value === null))
      .map(([key, value]) => (key === "type" ? [key, (value as TypeType).type ?? value] : [key, value]));
  }
}

/** A definition as a hash, or only the type when there is nothing else to say. */
export function compressed(entries: readonly [string, Value][]): Value {
  return entries.length === 1 ? entries[0]![1] : Hash.from(entries);
}
