import { Hash } from "../../values/hash.ts";
import { Regexp } from "../../values/regexp.ts";
import { ArrayType } from "../array-type.ts";
import { CallableType } from "../callable-type.ts";
import { DATA } from "../data-types.ts";
import { EnumType } from "../enum-type.ts";
import { HashType } from "../hash-type.ts";
import { NotUndefType } from "../not-undef-type.ts";
import { OptionalType } from "../optional-type.ts";
import { PatternType } from "../pattern-type.ts";
import { RegexpType } from "../regexp-type.ts";
import { StringType } from "../string-type.ts";
import { TupleType } from "../tuple-type.ts";
import { TypeType } from "../type-type.ts";
import { UndefType } from "../undef-type.ts";
import { VariantType } from "../variant-type.ts";
import { annotationParent } from "./i12n-types.ts";
import { ObjectType } from "./object-type.ts";

const FUNCTION_NAME = new Regexp("\\A[$]?[a-z][a-z0-9_]*(?:::[a-z][a-z0-9_]*)*\\z");

/** `Deferred`: a function call to be made when the catalog is applied. */
export const DEFERRED = new ObjectType("Deferred", () =>
  Hash.of({
    attributes: Hash.of({
      name: Hash.of({ type: new PatternType([FUNCTION_NAME]) }),
      arguments: Hash.of({ type: new OptionalType(ArrayType.default), value: null }),
    }),
  }),
);

/** `Error`: what went wrong, as a value. */
export const ERROR = new ObjectType("Error", () => {
  const text = new OptionalType(StringType.nonEmpty);
  const details = new OptionalType(new HashType(StringType.nonEmpty, DATA));
  return Hash.of({
    type_parameters: Hash.of({ kind: errorParameter(), issue_code: errorParameter() }),
    attributes: Hash.of({
      msg: StringType.nonEmpty,
      kind: Hash.of({ type: text, value: null }),
      details: Hash.of({ type: details, value: null }),
      issue_code: Hash.of({ type: text, value: null }),
    }),
    functions: Hash.of({ message: new CallableType(new TupleType([]), undefined, StringType.nonEmpty) }),
  });
});

/** `Puppet::LookupContext`: what data functions of Hiera are handed; its values answer for themselves. */
export const LOOKUP_CONTEXT = new ObjectType("Puppet::LookupContext", () =>
  Hash.of({
    attributes: Hash.of({
      environment_name: Hash.of({ type: StringType.nonEmpty, kind: "derived" }),
      module_name: Hash.of({ type: new OptionalType(StringType.nonEmpty) }),
    }),
  }),
);

/** `Pcore`: the name under which the type system itself is called. */
export const PCORE = new ObjectType("Pcore", () => Hash.empty);

/** `Annotation`: the parent of types whose instances describe other types. */
export const ANNOTATION = new ObjectType("Annotation", () => Hash.empty);
annotationParent.type = ANNOTATION;

/** `RubyMethod`: says of a function of an Object type what its body is in Ruby. */
export const RUBY_METHOD = new ObjectType("RubyMethod", () =>
  Hash.of({
    parent: ANNOTATION,
    attributes: Hash.of({
      body: StringType.default,
      parameters: Hash.of({ type: new OptionalType(StringType.nonEmpty), value: null }),
    }),
  }),
);

function errorParameter(): OptionalType {
  const types = [EnumType, PatternType, NotUndefType, UndefType].map((type) => new TypeType(type.default));
  return new OptionalType(new VariantType([StringType.default, RegexpType.default, ...types]));
}
