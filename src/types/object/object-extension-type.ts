import { fail } from "../../diagnostics/failure.ts";
import { DEFAULT, Default } from "../../values/default.ts";
import { matches } from "../../values/equality.ts";
import { Hash } from "../../values/hash.ts";
import { type Guard, Type, type TypeVisitor } from "../../values/type.ts";
import type { TypeFormat } from "../../values/type-format.ts";
import type { Value } from "../../values/value.ts";
import { assertInstance } from "../assert-instance.ts";
import type { TypeParameter } from "./attribute.ts";
import { ObjectInstance } from "./object-instance.ts";
import type { ObjectType } from "./object-type.ts";

/** An Object type with parameters, such as `Error['puppet/error']`: instances whose attributes match them. */
export class ObjectExtensionType extends Type {
  readonly name: string;
  readonly base: ObjectType;
  readonly parameters: ReadonlyMap<string, Value>;

  private constructor(base: ObjectType, parameters: ReadonlyMap<string, Value>) {
    super();
    this.base = base;
    // Puppet names a type with parameters by the last segment only.
    this.name = base.name.split("::").at(-1)!;
    this.parameters = parameters;
  }

  /** The type `base[...]`; parameters by position, or by name in one hash. */
  static of(base: ObjectType, given: readonly Value[]): ObjectExtensionType {
    const known = base.allTypeParameters();
    if (known.size === 0) fail("RUNTIME_ERROR", `The ${base.label}-Type cannot be parameterized using []`);
    const [first] = given;
    const isNamed =
      given.length === 1 && first instanceof Hash && ![...known.values()][0]!.type.isInstance(first);
    const parameters = isNamed ? byName(base, known, first) : byPosition(known, given);
    if (parameters.size === 0) {
      fail("RUNTIME_ERROR", `The ${base.label}-Type cannot be parameterized using an empty parameter list`);
    }
    return new ObjectExtensionType(base, parameters);
  }

  /** The type of an instance: its parameters are the attributes of the same names. */
  static ofInstance(
    base: ObjectType,
    names: readonly string[],
    instance: ObjectInstance,
  ): ObjectExtensionType {
    return new ObjectExtensionType(base, new Map(names.map((name) => [name, instance.get(name) ?? null])));
  }

  isInstance(value: Value, guard?: Guard): boolean {
    if (!(value instanceof ObjectInstance) || !this.base.isInstance(value, guard)) return false;
    return [...this.parameters].every(([name, wanted]) => {
      const held = value.get(name);
      return held !== undefined && matches(held, wanted);
    });
  }

  accepts(other: Type, guard?: Guard): boolean {
    if (!this.base.isAssignable(other, guard)) return false;
    const theirs = other instanceof ObjectExtensionType ? other.parameters : new Map<string, Value>();
    return [...this.parameters].every(([name, wanted]) => fits(theirs.get(name), wanted));
  }

  override generalize(): Type {
    return this.base;
  }

  override checkSelfRecursion(originator: Type): void {
    this.base.checkSelfRecursion(originator);
  }

  override visit(visitor: TypeVisitor, guard?: Guard): void {
    visitor(this);
    this.base.visit(visitor, guard);
  }

  describe(format: TypeFormat): string {
    const name = format.namer?.nameFor(this, this.name) ?? this.name;
    return `${name}[${this.#given()
      .map((value) => format.value(value))
      .join(", ")}]`;
  }

  /** The parameters as they are written: by position, or by name when there are more than two. */
  #given(): Value[] {
    const known = [...this.base.allTypeParameters().keys()];
    if (known.length > 2) return [Hash.from(this.parameters)];
    const values = known.map((name) => (this.parameters.has(name) ? this.parameters.get(name)! : DEFAULT));
    while (values.at(-1) instanceof Default) values.pop();
    return values;
  }
}

function byName(
  base: ObjectType,
  known: ReadonlyMap<string, TypeParameter>,
  given: Hash,
): Map<string, Value> {
  const parameters = new Map<string, Value>();
  for (const [key, value] of given) {
    const parameter = known.get(String(key));
    if (!parameter) fail("RUNTIME_ERROR", `'${key}' is not a known type parameter for ${base.label}-Type`);
    if (!(value instanceof Default)) parameters.set(parameter.name, checked(parameter, value));
  }
  return parameters;
}

function byPosition(known: ReadonlyMap<string, TypeParameter>, given: readonly Value[]): Map<string, Value> {
  const parameters = new Map<string, Value>();
  [...known.values()].forEach((parameter, i) => {
    const value = given[i];
    if (value === undefined || value instanceof Default) return;
    parameters.set(parameter.name, checked(parameter, value));
  });
  return parameters;
}

function checked(parameter: TypeParameter, value: Value): Value {
  return assertInstance(parameter.label, parameter.type, value);
}

function fits(given: Value | undefined, wanted: Value): boolean {
  if (given === undefined) return false;
  return (
    matches(given, wanted) || (given instanceof Type && wanted instanceof Type && wanted.isAssignable(given))
  );
}
