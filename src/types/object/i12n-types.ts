import { Regexp } from "../../values/regexp.ts";
import type { Type } from "../../values/type.ts";
import type { TypeFormat } from "../../values/type-format.ts";
import { AnyType } from "../any-type.ts";
import { ArrayType } from "../array-type.ts";
import { BooleanType } from "../boolean-type.ts";
import { CallableType } from "../callable-type.ts";
import { EnumType } from "../enum-type.ts";
import { HashType } from "../hash-type.ts";
import { NotUndefType } from "../not-undef-type.ts";
import { OptionalType } from "../optional-type.ts";
import { PatternType } from "../pattern-type.ts";
import { StringType } from "../string-type.ts";
import { StructElement, StructType } from "../struct-type.ts";
import { TypeAliasType } from "../type-alias-type.ts";
import { TypeType } from "../type-type.ts";
import { VariantType } from "../variant-type.ts";

/** The shape of the hashes that define Object types and their members (Pcore's `TYPE_OBJECT_I12N` and parts). */
function struct(elements: Readonly<Record<string, Type>>): StructType {
  return new StructType(
    Object.entries(elements).map(([key, type]) =>
      key.endsWith("?") ? new StructElement(key.slice(0, -1), type, true) : new StructElement(key, type),
    ),
  );
}

function pattern(source: string): PatternType {
  return new PatternType([new Regexp(source)]);
}

export const MEMBER_NAME = pattern("\\A[a-z_]\\w*\\z");
export const QUALIFIED_REFERENCE = pattern("\\A[A-Z][\\w]*(?:::[A-Z][\\w]*)*\\z");
export const SIMPLE_TYPE_NAME = pattern("\\A[A-Z]\\w*\\z");

/** The parent of all types of annotations, which is an Object type itself and so is only there later. */
export const annotationParent: { type?: Type } = {};

/** Stands for that parent and is described as it is, not as an alias. */
class AnnotationParent extends TypeAliasType {
  constructor() {
    super("Annotation", () => annotationParent.type ?? AnyType.default);
  }

  override describe(format: TypeFormat): string {
    return this.resolved.describe(format);
  }
}

const ANNOTATION_TYPE = new TypeType(new AnnotationParent());
const ANNOTATIONS = new OptionalType(new HashType(ANNOTATION_TYPE, new HashType(MEMBER_NAME)));
const MEMBERS = new HashType(MEMBER_NAME, NotUndefType.default);

/** The kinds an attribute can be of, besides the plain one. */
export const ATTRIBUTE_KIND = new EnumType(["constant", "derived", "given_or_derived", "reference"]);

/** `{type => T, kind => ..., value => ...}` */
export const ATTRIBUTE = struct({
  type: TypeType.default,
  "final?": BooleanType.default,
  "override?": BooleanType.default,
  "kind?": ATTRIBUTE_KIND,
  // Missing or any value: the element itself decides, so undef must count as given.
  "value?": AnyType.default,
  "annotations?": ANNOTATIONS,
});

export const FUNCTION_TYPE = new TypeType(CallableType.default);

/** `{type => Callable[...], final => ...}` */
export const FUNCTION = struct({
  type: FUNCTION_TYPE,
  "final?": BooleanType.default,
  "override?": BooleanType.default,
  "annotations?": ANNOTATIONS,
});

const EQUALITY = new VariantType([MEMBER_NAME, new ArrayType(MEMBER_NAME)]);

/** The hash of `Object[{...}]`. */
export const OBJECT = struct({
  "name?": QUALIFIED_REFERENCE,
  "parent?": TypeType.default,
  "type_parameters?": MEMBERS,
  "attributes?": MEMBERS,
  "constants?": new HashType(MEMBER_NAME),
  "functions?": new HashType(new VariantType([MEMBER_NAME, new StringType("[]")]), NotUndefType.default),
  "equality?": EQUALITY,
  "equality_include_type?": BooleanType.default,
  "checks?": AnyType.default,
  "annotations?": ANNOTATIONS,
});
