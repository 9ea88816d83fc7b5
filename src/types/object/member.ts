import { fail } from "../../diagnostics/failure.ts";
import type { Hash } from "../../values/hash.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";

/** What a member says of the type it stands in. */
export interface MemberContainer {
  /** The type's name, or `Object` for one without. */
  readonly label: string;
}

/** An attribute, function or type parameter of an Object type. */
export abstract class ObjectMember {
  readonly name: string;
  readonly container: MemberContainer;
  readonly type: Type;
  readonly override: boolean;
  readonly annotations: Hash | undefined;
  /** `attribute`, `function` or `type_parameter`, as messages say it. */
  abstract readonly featureType: string;

  constructor(name: string, container: MemberContainer, definition: Hash) {
    this.name = name;
    this.container = container;
    this.type = definition.get("type") as Type;
    this.override = definition.get("override") === true;
    this.annotations = (definition.get("annotations") as Hash | null | undefined) ?? undefined;
  }

  /** Whether members of derived types may not override this one. */
  abstract get isFinal(): boolean;

  get isConstant(): boolean {
    return false;
  }

  get label(): string {
    return memberLabel(this.featureType, this.container, this.name);
  }

  /** This member, when it overrides what it says it overrides and may do so. */
  checkOverride(inherited: ReadonlyMap<string, ObjectMember>): this {
    const overridden = inherited.get(this.name);
    if (overridden) this.#checkAgainst(overridden);
    else if (this.override) {
      const { featureType } = this;
      invalid(
        `expected ${this.label} to override an inherited ${featureType}, but no such ${featureType} was found`,
      );
    }
    return this;
  }

  /** The definition as it is written: only what differs from what is implied. */
  definition(): [string, Value][] {
    const entries: [string, Value][] = [["type", this.type]];
    if (this.isFinal) entries.push(["final", true]);
    if (this.override) entries.push(["override", true]);
    if (this.annotations) entries.push(["annotations", this.annotations]);
    return entries;
  }

  #checkAgainst(overridden: ObjectMember): void {
    const attempt = `${this.label} attempts to override`;
    if (this.constructor !== overridden.constructor) invalid(`${attempt} ${overridden.label}`);
    if (overridden.isFinal && !(overridden.isConstant && this.isConstant)) {
      invalid(`${attempt} final ${overridden.label}`);
    }
    if (!this.override) invalid(`${attempt} ${overridden.label} without having override => true`);
    if (!overridden.type.isAssignable(this.type)) {
      invalid(`${attempt} ${overridden.label} with a type that does not match`);
    }
  }
}

/** How messages name a member: `attribute Car[colour]`. */
export function memberLabel(featureType: string, container: MemberContainer, name: string): string {
  return `${featureType} ${container.label}[${name}]`;
}

/** Fails because of how an Object type is defined. */
export function invalid(message: string): never {
  fail("INVALID_OBJECT_TYPE", message);
}
