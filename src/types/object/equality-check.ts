import { Attribute } from "./attribute.ts";
import { invalid, type ObjectMember } from "./member.ts";
import type { ObjectFunction } from "./object-function.ts";
import type { ObjectType } from "./object-type.ts";

interface EqualityCheck {
  readonly type: ObjectType;
  readonly equality: readonly string[] | undefined;
  readonly equalityIncludesType: boolean;
  readonly parentObject: ObjectType | undefined;
  readonly inherited: ReadonlyMap<string, ObjectMember>;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly functions: ReadonlyMap<string, ObjectFunction>;
}

/** Equality may only name attributes that are there, vary, and are not part of it already. */
export function checkEquality(check: EqualityCheck): void {
  const { type, equality, equalityIncludesType } = check;
  if (!equality || equality.length === 0) return;
  if (!equalityIncludesType) {
    invalid("equality_include_type = false cannot be combined with non empty equality specification");
  }
  for (const name of equality) checkReference(type.label, name, check);
}

function checkReference(label: string, name: string, check: EqualityCheck): void {
  const inherited = check.inherited.get(name);
  const member = inherited ?? check.attributes.get(name) ?? check.functions.get(name);
  const says = `${label} equality is referencing`;
  if (inherited instanceof Attribute && check.parentObject?.equalityAttributes().has(name)) {
    const definer = equalityDefiner(check.parentObject, name);
    invalid(`${says} ${inherited.label} which is included in equality of ${definer.label}`);
  }
  if (member === undefined) invalid(`${says} non existent attribute '${name}'`);
  if (!(member instanceof Attribute))
    invalid(`${says} ${member.label}. Only attribute references are allowed`);
  if (member.kind === "constant") {
    invalid(`${says} constant ${member.label}. Reference to constant is not allowed in equality`);
  }
}

/** The topmost ancestor whose equality has an attribute. */
function equalityDefiner(type: ObjectType, name: string): ObjectType {
  let definer = type;
  for (let parent = type.parentObject; parent?.equalityAttributes().has(name); parent = parent.parentObject) {
    definer = parent;
  }
  return definer;
}
