import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArrayType } from "../../src/types/array-type.ts";
import { EnumType } from "../../src/types/enum-type.ts";
import { HashType } from "../../src/types/hash-type.ts";
import { infer, inferSet } from "../../src/types/infer.ts";
import { IntegerType } from "../../src/types/integer-type.ts";
import { describeMismatch } from "../../src/types/mismatch/describe.ts";
import { NotUndefType } from "../../src/types/not-undef-type.ts";
import { OptionalType } from "../../src/types/optional-type.ts";
import { parseType } from "../../src/types/parse.ts";
import { StructElement, StructType } from "../../src/types/struct-type.ts";
import { TupleType } from "../../src/types/tuple-type.ts";
import { UndefType } from "../../src/types/undef-type.ts";
import { VariantType } from "../../src/types/variant-type.ts";
import { DEFAULT } from "../../src/values/default.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Type } from "../../src/values/type.ts";
import type { Value } from "../../src/values/value.ts";

const PLAIN = [
  "Any",
  "Undef",
  "Default",
  "Scalar",
  "ScalarData",
  "Data",
  "RichData",
  "Numeric",
  "Integer",
  "Float",
];
const TEXTUAL = [
  "String",
  "String[1]",
  "String[1, 3]",
  "Pattern[/a/]",
  "Pattern[/^b/, /c$/]",
  "Boolean[true]",
];

const { type } = fc.letrec<{ type: Type }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc
      .constantFrom(...PLAIN, ...TEXTUAL, "Boolean", "Regexp", "Type", "Type[Integer]")
      .map((text) => parseType(text)),
    fc.tuple(fc.bigInt(-5n, 5n), fc.bigInt(0n, 5n)).map(([from, more]) => new IntegerType(from, from + more)),
    fc
      .tuple(fc.array(fc.constantFrom("a", "b", "Abc"), { minLength: 1 }), fc.boolean())
      .map((e) => new EnumType(...e)),
    tie("type").map((inner) => new OptionalType(inner)),
    // As in Puppet, NotUndef around a type that holds undef is not assignable to itself.
    tie("type").map((inner) => (inner.isAssignable(UndefType.default) ? inner : new NotUndefType(inner))),
    tie("type").map((inner) => new ArrayType(inner)),
    fc.tuple(tie("type"), tie("type")).map(([key, value]) => new HashType(key, value)),
    fc.array(tie("type"), { minLength: 1, maxLength: 3 }).map((types) => new TupleType(types)),
    fc.array(tie("type"), { minLength: 1, maxLength: 3 }).map((types) => VariantType.of(types)),
    fc
      .uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 })
      .chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), tie("type"), fc.boolean()))))
      .map((elements) => new StructType(elements.map((element) => new StructElement(...element)))),
  ),
}));

// Keys are not empty: as in Puppet, a Struct without required elements takes any Hash type that is small enough.
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom<Value>(null, true, false, DEFAULT, "", "a", "abc", parseType("Integer[1, 2]")),
    fc.bigInt(-10n, 10n),
    fc.double({ noNaN: true }),
    fc.string(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom("a", "b", "x y"), tie("value")), { maxLength: 3 })
      .map((e) => Hash.from(e)),
  ),
}));

describe("every type", () => {
  it("is assignable to itself", () => {
    fc.assert(fc.property(type, (t) => t.isAssignable(t)));
  });

  it("reads back from its text", () => {
    fc.assert(fc.property(type, (t) => parseType(t.toString()).toString() === t.toString()));
  });

  it("is equal to what its text denotes", () => {
    fc.assert(fc.property(type, (t) => parseType(t.toString()).equals(t)));
  });

  it("is assignable to its generalization", () => {
    fc.assert(fc.property(type, (t) => t.generalize().isAssignable(t)));
  });

  it("holds a value just when it takes the type of that value", () => {
    fc.assert(
      fc.property(type, value, (t, v) => t.isInstance(v) === t.isAssignable(inferSet(v))),
      { numRuns: 1000 },
    );
  });
});

describe("every value", () => {
  it("is an instance of the types inferred for it", () => {
    fc.assert(
      fc.property(value, (v) => {
        expect(inferSet(v).isInstance(v)).toBe(true);
        expect(inferSet(v).generalize().isInstance(v)).toBe(true);
      }),
    );
  });

  it("has a detailed type that its plain type takes, unless undef gave way in it", () => {
    fc.assert(fc.property(value, (v) => holdsUndef(v) || infer(v).isAssignable(inferSet(v))));
  });

  it("fits a type just when there is nothing to describe", () => {
    fc.assert(
      fc.property(type, value, (t, v) => {
        if (!t.isAssignable(inferSet(v))) expect(describeMismatch("it", t, inferSet(v))).not.toBe("");
      }),
    );
  });
});

function holdsUndef(v: Value): boolean {
  if (Array.isArray(v)) return v.some(holdsUndef);
  return v instanceof Hash ? [...v.values()].some(holdsUndef) : v === null;
}
