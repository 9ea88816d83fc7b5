import "../../types/infer.ts";
import { ArrayType } from "../../types/array-type.ts";
import { BooleanType } from "../../types/boolean-type.ts";
import { DATA } from "../../types/data-types.ts";
import { HashType } from "../../types/hash-type.ts";
import { OptionalType } from "../../types/optional-type.ts";
import { PatternType } from "../../types/pattern-type.ts";
import { ScalarType } from "../../types/scalar-type.ts";
import { StringType } from "../../types/string-type.ts";
import { StructElement, StructType } from "../../types/struct-type.ts";
import { VariantType } from "../../types/variant-type.ts";
import { Regexp } from "../../values/regexp.ts";

/** What a hash merge takes. */
export const HASH_VALUE = new HashType(StringType.default, DATA);

/** What a unique merge takes. */
export const UNIQUE_VALUE = new VariantType([ScalarType.default, new ArrayType(DATA)]);

const DEEP_OPTIONS = [
  ["knockout_prefix", StringType.default],
  ["merge_debug", BooleanType.default],
  ["merge_hash_arrays", BooleanType.default],
  ["sort_merged_arrays", BooleanType.default],
] as const;

/** The options that a strategy knows. */
export function mergeOptionsType(strategy: string): StructType {
  const own = strategy === "deep" ? DEEP_OPTIONS : [];
  const name = new OptionalType(new PatternType([new Regexp(strategy)]));
  return new StructType([
    new StructElement("strategy", name, true),
    ...own.map(([key, type]) => new StructElement(key, new OptionalType(type), true)),
  ]);
}
