import type { Type } from "../../values/type.ts";
import { AnyType } from "../any-type.ts";
import { ArrayType } from "../array-type.ts";
import { CallableType } from "../callable-type.ts";
import { ANY_SIZE } from "../collection-type.ts";
import { EnumType } from "../enum-type.ts";
import { HashType } from "../hash-type.ts";
import { IntegerType } from "../integer-type.ts";
import { OptionalType } from "../optional-type.ts";
import { PatternType } from "../pattern-type.ts";
import { StructType } from "../struct-type.ts";
import { TupleType } from "../tuple-type.ts";
import { TypeAliasType } from "../type-alias-type.ts";
import { TypeReferenceType } from "../type-reference-type.ts";
import { UndefType } from "../undef-type.ts";
import { VariantType } from "../variant-type.ts";
import { mergeAlternatives } from "./merge.ts";
import { ExtraneousKey, type Mismatch, MissingKey, UnresolvedTypeReference } from "./mismatch.ts";
import type { Path, PathElement } from "./path.ts";
import { CountMismatch, SizeMismatch } from "./size-mismatch.ts";
import { PatternMismatch, TypeMismatch } from "./type-mismatch.ts";

/** Why one type does not fit another, in Puppet's words after `name`; empty when it does. */
export function describeMismatch(name: string, expected: Type, actual: Type): string {
  const mismatches = describe(expected, actual, [{ kind: "subject", key: name }]);
  if (mismatches.length === 1) return mismatches[0]!.text().trim();
  return mismatches.map((mismatch) => mismatch.text()).join("\n ");
}

/** Every way in which `actual` does not fit `expected`. */
export function describe(expected: Type, actual: Type, path: Path): Mismatch[] {
  const unresolved = unresolvedReference(expected);
  if (unresolved !== undefined) return [new UnresolvedTypeReference(path, unresolved)];
  return describeNormal(expected.normalize(), { original: expected, actual, path });
}

/** What is described: the type as it was written, the type that does not fit it, and where. */
interface Subject {
  readonly original: Type;
  readonly actual: Type;
  readonly path: Path;
}

function unresolvedReference(type: Type): string | undefined {
  let found: string | undefined;
  type.visit((part) => {
    if (part instanceof TypeReferenceType) found ??= part.typeString;
  });
  return found;
}

function describeNormal(expected: Type, subject: Subject): Mismatch[] {
  if (expected instanceof VariantType) return describeVariant(expected, subject);
  if (expected instanceof StructType) return describeStruct(expected, subject);
  if (expected instanceof HashType) return describeHash(expected, subject);
  if (expected instanceof TupleType) return describeTuple(expected, subject, SizeMismatch);
  if (expected instanceof ArrayType) return describeArray(expected, subject);
  if (expected instanceof CallableType) return describeCallable(expected, subject);
  if (expected instanceof OptionalType) return describeOptional(expected, subject);
  if (expected instanceof PatternType || expected instanceof EnumType) {
    return [new PatternMismatch(subject.path, subject.original, subject.actual)];
  }
  if (expected instanceof TypeAliasType) {
    return describeNormal(expected.resolved.normalize(), { ...subject, original: expected });
  }
  return expected.isAssignable(subject.actual) ? [] : mistyped(subject);
}

function mistyped({ original, actual, path }: Subject): Mismatch[] {
  return [new TypeMismatch(path, original, actual)];
}

function on(path: Path, kind: PathElement["kind"], key: string | number): Path {
  return [...path, { kind, key }];
}

function describeVariant(expected: VariantType, subject: Subject): Mismatch[] {
  const { original, actual, path } = subject;
  const types = original instanceof OptionalType ? [UndefType.default, ...expected.types] : expected.types;
  const alternatives: Mismatch[][] = [];
  for (const [i, type] of types.entries()) {
    const mismatches = describe(type, actual, on(path, "variant", i));
    if (mismatches.length === 0) return [];
    alternatives.push(mismatches);
  }
  const merged = mergeAlternatives(path.length, SizeMismatch, alternatives);
  // When every variant of an alias fails, the alias is what does not fit.
  return original instanceof TypeAliasType && merged.length === 1 ? mistyped(subject) : merged;
}

function describeOptional(expected: OptionalType, subject: Subject): Mismatch[] {
  if (subject.actual instanceof UndefType || !expected.type) return [];
  const original = subject.original instanceof TypeAliasType ? subject.original : expected;
  return describeNormal(expected.type, { ...subject, original });
}

function describeArray(expected: ArrayType, subject: Subject): Mismatch[] {
  const { actual, original, path } = subject;
  if (actual instanceof TupleType) {
    const size = actual.size ?? IntegerType.exactly(actual.types.length);
    if (!expected.sizeCovers(size)) return [new SizeMismatch(path, expected.sizeRange, size)];
    return actual.types.flatMap((type, i) =>
      describeUnlessFits(expected.element, type, on(path, "index", i)),
    );
  }
  if (!(actual instanceof ArrayType)) return mistyped(subject);
  if (expected.sizeCovers(actual.sizeRange))
    return [new TypeMismatch(path, original, new ArrayType(actual.element))];
  return [new SizeMismatch(path, expected.sizeRange, actual.sizeRange)];
}

function describeUnlessFits(expected: Type, actual: Type, path: Path): Mismatch[] {
  return expected.isAssignable(actual) ? [] : describe(expected, actual, path);
}

function describeHash(expected: HashType, subject: Subject): Mismatch[] {
  const { actual, original, path } = subject;
  if (actual instanceof StructType) {
    const size = structSize(actual);
    if (!expected.sizeCovers(size)) return [new SizeMismatch(path, expected.sizeRange, size)];
    return actual.elements.flatMap(({ name, key, value }) => [
      ...describeUnlessFits(expected.key, key, on(path, "key", name)),
      ...describeUnlessFits(expected.value, value, on(path, "entry", name)),
    ]);
  }
  if (!(actual instanceof HashType)) return mistyped(subject);
  if (expected.sizeCovers(actual.sizeRange)) {
    return [new TypeMismatch(path, original, new HashType(actual.key, actual.value))];
  }
  return [new SizeMismatch(path, expected.sizeRange, actual.sizeRange)];
}

/** The number of entries a Struct has: from its required elements to all. */
function structSize(struct: StructType): IntegerType {
  const required = struct.elements.filter(({ optional }) => !optional).length;
  return new IntegerType(BigInt(required), BigInt(struct.elements.length));
}

function describeStruct(expected: StructType, subject: Subject): Mismatch[] {
  const { actual, original, path } = subject;
  if (actual instanceof StructType) return describeStructs(expected, actual, path);
  if (!(actual instanceof HashType)) return mistyped(subject);
  const size = structSize(expected);
  if (size.covers(actual.sizeRange)) {
    return [new TypeMismatch(path, original, new HashType(actual.key, actual.value))];
  }
  return [new SizeMismatch(path, size, actual.sizeRange)];
}

function describeStructs(expected: StructType, actual: StructType, path: Path): Mismatch[] {
  const mismatches = expected.elements.flatMap(({ name, optional, key, value }) => {
    const given = actual.byName.get(name);
    if (!given) return optional ? [] : [new MissingKey(path, name)];
    return [
      ...describeUnlessFits(key, given.key, on(path, "key", name)),
      ...describeUnlessFits(value, given.value, on(path, "entry", name)),
    ];
  });
  const extra = actual.elements.filter(({ name }) => !expected.byName.has(name));
  return [...mismatches, ...extra.map(({ name }) => new ExtraneousKey(path, name))];
}

function describeTuple(expected: TupleType, subject: Subject, sizeClass: typeof SizeMismatch): Mismatch[] {
  const { actual, path } = subject;
  if (expected.equals(actual) || (expected.types.length === 0 && actual instanceof ArrayType)) return [];
  if (actual instanceof TupleType) {
    if (!expected.sizeRange.covers(actual.sizeRange)) {
      return [new sizeClass(path, expected.sizeRange, actual.sizeRange)];
    }
    if (expected.types.length === 0) return [];
    const last = expected.types.length - 1;
    return actual.types.flatMap((type, i) => {
      const at = Math.min(i, last);
      return describe(expected.types[at]!, type, on(path, "index", at));
    });
  }
  if (!(actual instanceof ArrayType)) return mistyped(subject);
  const size = actual.size ?? ANY_SIZE;
  if (!expected.sizeRange.covers(size)) return [new sizeClass(path, expected.sizeRange, size)];
  return expected.types.flatMap((type, i) => describe(type, actual.element, on(path, "index", i)));
}

/** Callables are compared the other way round: what matters is with what the expected one will be called. */
function describeCallable(expected: CallableType, subject: Subject): Mismatch[] {
  const { actual, path } = subject;
  if (!(actual instanceof CallableType)) return mistyped(subject);
  if (expected.params && actual.params) {
    const params = { original: expected.params, actual: actual.params, path };
    const mismatches = describeTuple(expected.params, params, CountMismatch);
    if (mismatches.length > 0) return mismatches;
  }
  const returns = expected.returns ?? AnyType.default;
  const given = actual.returns ?? AnyType.default;
  if (!returns.isAssignable(given)) return [new TypeMismatch(on(path, "return", "return"), returns, given)];
  const block = expected.block ?? UndefType.default;
  const givenBlock = actual.block ?? UndefType.default;
  if (givenBlock.isAssignable(block)) return [];
  return [new TypeMismatch(on(path, "block", "block"), block, givenBlock)];
}
