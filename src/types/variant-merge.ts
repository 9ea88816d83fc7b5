import type { Type } from "../values/type.ts";
import { EnumType } from "./enum-type.ts";
import { FloatType } from "./float-type.ts";
import { IntegerType } from "./integer-type.ts";
import { NotUndefType } from "./not-undef-type.ts";
import { PatternType } from "./pattern-type.ts";
import { type Mergeable, mergeRanges } from "./range.ts";
import { SemVerType } from "./sem-ver-type.ts";
import { StringType } from "./string-type.ts";
import { TimespanType } from "./timespan-type.ts";
import { TimestampType } from "./timestamp-type.ts";

/** Join the types of a variant that one type can stand for: enums, patterns, ranges. */
export function mergeVariants(types: readonly Type[], variantOf: (types: readonly Type[]) => Type): Type[] {
  let merged = joinedLast(types, isNotUndef, (some) => [notUndef(some, variantOf)]);
  merged = joinedLast(merged, isLiteral, (some) => [new EnumType(some.flatMap(literals))]);
  merged = joinedLast(merged, isFoldingEnum, (some) => [new EnumType(some.flatMap(foldedValues), true)]);
  merged = joinedLast(merged, isPattern, (some) => [new PatternType(some.flatMap((p) => p.patterns))]);
  merged = joinedFirst(merged, isSemVer, (some) => [new SemVerType(some.flatMap((v) => v.ranges))]);
  for (const range of [isInteger, isFloat, isTimespan, isTimestamp])
    merged = joinedFirst(merged, range, mergeRanges);
  return merged;
}

type Is<T extends Type> = (type: Type) => type is T;

/** Replace two or more types of a kind by what `join` makes of them, put behind the others. */
function joinedLast<T extends Type>(types: readonly Type[], is: Is<T>, join: (some: T[]) => Type[]): Type[] {
  const some = types.filter(is);
  return some.length < 2 ? [...types] : [...types.filter((type) => !is(type)), ...join(some)];
}

/** The same, put before the others. */
function joinedFirst<T extends Type>(types: readonly Type[], is: Is<T>, join: (some: T[]) => Type[]): Type[] {
  const some = types.filter(is);
  return some.length < 2 ? [...types] : [...join(some), ...types.filter((type) => !is(type))];
}

function notUndef(types: readonly NotUndefType[], variantOf: (types: readonly Type[]) => Type): Type {
  const held = types.map(({ type }) => type).filter((type) => type !== undefined);
  return new NotUndefType(held.length < types.length ? undefined : variantOf(held).normalize());
}

function literals(type: EnumType | StringType): readonly string[] {
  return type instanceof EnumType ? type.values : [type.value!];
}

function foldedValues(type: EnumType): string[] {
  return type.values.map((value) => value.toLowerCase());
}

const isNotUndef: Is<NotUndefType> = (type) => type instanceof NotUndefType;

const isLiteral: Is<EnumType | StringType> = (type): type is EnumType | StringType =>
  type instanceof EnumType
    ? type.values.length > 0 && !type.caseInsensitive
    : type instanceof StringType && type.value !== undefined;

const isFoldingEnum: Is<EnumType> = (type): type is EnumType =>
  type instanceof EnumType && type.values.length > 0 && type.caseInsensitive;

const isPattern: Is<PatternType> = (type) => type instanceof PatternType;
const isSemVer: Is<SemVerType> = (type) => type instanceof SemVerType;

type Range = Type & Mergeable<Range>;
const isInteger = ((type: Type) => type instanceof IntegerType) as Is<Range>;
const isFloat = ((type: Type) => type instanceof FloatType) as Is<Range>;
const isTimespan = ((type: Type) => type instanceof TimespanType) as Is<Range>;
const isTimestamp = ((type: Type) => type instanceof TimestampType) as Is<Range>;
