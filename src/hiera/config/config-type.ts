import "../../types/infer.ts";
import { AnyType } from "../../types/any-type.ts";
import { ArrayType } from "../../types/array-type.ts";
import { BooleanType } from "../../types/boolean-type.ts";
import { DATA } from "../../types/data-types.ts";
import { EnumType } from "../../types/enum-type.ts";
import { HashType } from "../../types/hash-type.ts";
import { IntegerType } from "../../types/integer-type.ts";
import { PatternType } from "../../types/pattern-type.ts";
import { StringType } from "../../types/string-type.ts";
import { StructElement, StructType } from "../../types/struct-type.ts";
import { VariantType } from "../../types/variant-type.ts";
import { Regexp } from "../../values/regexp.ts";
import type { Type } from "../../values/type.ts";
import type { Fields, Schema } from "./schema.ts";

const TEXT = StringType.nonEmpty;
const OPTION_NAME = new Regexp("\\A[A-Za-z](:?[0-9A-Za-z_-]*[0-9A-Za-z])?\\z");

type Make<K extends Schema["kind"]> = (schema: Extract<Schema, { kind: K }>) => Type;

const MAKERS: { readonly [K in Schema["kind"]]: Make<K> } = {
  text: () => TEXT,
  version: ({ version }) => IntegerType.exactly(version),
  choice: ({ choices }) => new EnumType(choices),
  texts: ({ min, max }) =>
    new ArrayType(TEXT, new IntegerType(BigInt(min), max === undefined ? undefined : BigInt(max))),
  text_or_texts: () => new VariantType([TEXT, new ArrayType(TEXT)]),
  options: ({ data }) =>
    data ? new HashType(new PatternType([OPTION_NAME]), DATA) : new HashType(TEXT, AnyType.default),
  scalars: () => new HashType(TEXT, new VariantType([StringType.default, BooleanType.default])),
  list: ({ of }) => new ArrayType(configType(of)),
  struct: ({ required, optional }) =>
    new StructType([...elements(required, false), ...elements(optional, true)]),
};

/** The Puppet type of a schema: it gives the words when a configuration does not fit. */
export function configType(schema: Schema): Type {
  return (MAKERS[schema.kind] as Make<Schema["kind"]>)(schema);
}

function elements(fields: Fields, optional: boolean): StructElement[] {
  return Object.entries(fields).map(
    ([name, schema]) => new StructElement(name, configType(schema), optional),
  );
}
