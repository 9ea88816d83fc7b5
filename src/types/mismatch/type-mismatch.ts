import type { Type } from "../../values/type.ts";
import { AnyType } from "../any-type.ts";
import { ArrayType } from "../array-type.ts";
import { withArticle } from "../article.ts";
import { ContainedType } from "../contained-type.ts";
import { HashType } from "../hash-type.ts";
import { OptionalType } from "../optional-type.ts";
import { StringType } from "../string-type.ts";
import { StructType } from "../struct-type.ts";
import { TupleType } from "../tuple-type.ts";
import { TypeAliasType } from "../type-alias-type.ts";
import { VariantType } from "../variant-type.ts";
import { Mismatch } from "./mismatch.ts";
import type { Path } from "./path.ts";

/** A type where another one was expected. */
export class TypeMismatch extends Mismatch {
  readonly expected: Type;
  readonly actual: Type;

  constructor(path: Path, expected: Type, actual: Type) {
    super(path);
    this.expected = expected.normalize();
    this.actual = actual.normalize();
  }

  at(path: Path): Mismatch {
    return new TypeMismatch(path, this.expected, this.actual);
  }

  /** One mismatch for two: either type is expected. */
  merged(other: TypeMismatch): TypeMismatch {
    return this.make(VariantType.of([this.expected, other.expected]));
  }

  protected make(expected: Type): TypeMismatch {
    return new TypeMismatch(this.path, expected, this.actual);
  }

  protected message(variant: string, position: string): string {
    const isOptional = this.expected instanceof OptionalType;
    const expected =
      this.expected instanceof OptionalType ? (this.expected.type ?? AnyType.default) : this.expected;
    const choices = expected instanceof VariantType ? expected.types : [expected];
    const detailed = choices.some((choice) => reportDetailed(choice, this.actual));
    const words = choices.map((choice) => (detailed ? choice.expandedText() : shortName(choice)));
    const distinct = detailed ? words : [...new Set(words)];
    const actual = detailed ? detailedActual(choices, this.actual) : shortName(this.actual);
    const all = isOptional ? ["Undef", ...distinct] : distinct;
    const start = `${variant}${position} expects`;
    if (all.length > 1) return `${start} a value of type ${alternatives(all)}, got ${actual}`;
    return `${start} ${withArticle(all[0] ?? "")} value, got ${actual}`;
  }
}

/** A string that is none of an Enum's, or does not match a Pattern. */
export class PatternMismatch extends TypeMismatch {
  override at(path: Path): Mismatch {
    return new PatternMismatch(path, this.expected, this.actual);
  }

  protected override make(expected: Type): TypeMismatch {
    return new PatternMismatch(this.path, expected, this.actual);
  }

  protected override message(variant: string, position: string): string {
    const isOptional = this.expected instanceof OptionalType;
    const expected =
      this.expected instanceof OptionalType ? (this.expected.type ?? AnyType.default) : this.expected;
    const undef = isOptional ? "an undef value or " : "";
    return `${variant}${position} expects ${undef}a match for ${expected.expandedText()}, got ${this.#actualText()}`;
  }

  #actualText(): string {
    const { actual } = this;
    return actual instanceof StringType && actual.value !== undefined
      ? `'${actual.value}'`
      : shortName(actual);
  }
}

/** "A or B", "A, B, or C". */
function alternatives(words: readonly string[]): string {
  if (words.length === 2) return words.join(" or ");
  return `${words.slice(0, -1).join(", ")}, or ${words.at(-1)}`;
}

/** The name of a type; what is in an Optional, NotUndef, Sensitive or Type is named too. */
function shortName(type: Type): string {
  const held = type instanceof ContainedType ? type.type : undefined;
  return held && !(held instanceof AnyType) ? `${type.name}[${held.name}]` : type.name;
}

/** Whether saying only the names of the types would not tell them apart. */
function reportDetailed(expected: Type, actual: Type): boolean {
  return alwaysDetailed(expected, actual) || unparameterized(expected.unaliased()).isAssignable(actual);
}

function alwaysDetailed(expected: Type, actual: Type): boolean {
  if (expected.constructor === actual.constructor) return true;
  if (expected instanceof TypeAliasType || actual instanceof TypeAliasType) return true;
  if (expected instanceof StructType) return actual instanceof HashType;
  return expected instanceof TupleType && actual instanceof ArrayType;
}

/** The type of this kind that has no parameters. */
function unparameterized(type: Type): Type {
  return (type.constructor as { readonly default?: Type }).default ?? AnyType.default;
}

function detailedActual(expected: readonly Type[], actual: Type): string {
  const resolved = expected.map((type) => type.unaliased());
  if (resolved.some((type) => alwaysDetailed(type, actual))) return actual.expandedText();
  const generalized = actual.generalize();
  return resolved.some((type) => type.isAssignable(generalized))
    ? actual.expandedText()
    : lastSegment(actual.name);
}

/** Object types are named without their namespace here. */
function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}
