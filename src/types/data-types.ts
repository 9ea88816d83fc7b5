import { ArrayType } from "./array-type.ts";
import { BinaryType } from "./binary-type.ts";
import { DefaultType } from "./default-type.ts";
import { HashType } from "./hash-type.ts";
import { NumericType } from "./numeric-type.ts";
import { ObjectType } from "./object/object-type.ts";
import { TypeSetType } from "./object/type-set-type.ts";
import { ScalarDataType } from "./scalar-data-type.ts";
import { ScalarType } from "./scalar-type.ts";
import { SemVerRangeType } from "./sem-ver-range-type.ts";
import { SensitiveType } from "./sensitive-type.ts";
import { StringType } from "./string-type.ts";
import { TypeAliasType } from "./type-alias-type.ts";
import { TypeType } from "./type-type.ts";
import { UndefType } from "./undef-type.ts";
import { UriType } from "./uri-type.ts";
import { VariantType } from "./variant-type.ts";

/** `Data`: what JSON can say. */
export const DATA: TypeAliasType = new TypeAliasType(
  "Data",
  () =>
    new VariantType([
      ScalarDataType.default,
      UndefType.default,
      new HashType(StringType.default, DATA),
      new ArrayType(DATA),
    ]),
  true,
);

/** `RichDataKey`: what a hash of RichData is keyed by. */
export const RICH_DATA_KEY = new TypeAliasType(
  "RichDataKey",
  () => new VariantType([StringType.default, NumericType.default]),
  true,
);

/** `RichData`: everything that can be written to a catalog. */
export const RICH_DATA: TypeAliasType = new TypeAliasType(
  "RichData",
  () =>
    new VariantType([
      ScalarType.default,
      SemVerRangeType.default,
      BinaryType.default,
      SensitiveType.default,
      TypeType.default,
      TypeSetType.default,
      UriType.default,
      ObjectType.default,
      UndefType.default,
      DefaultType.default,
      new HashType(RICH_DATA_KEY, RICH_DATA),
      new ArrayType(RICH_DATA),
    ]),
  true,
);

/** Older names of `RichDataKey` and `RichData`. */
export const LOOKUP_KEY = new TypeAliasType("Puppet::LookupKey", () => RICH_DATA_KEY, true);
export const LOOKUP_VALUE = new TypeAliasType("Puppet::LookupValue", () => RICH_DATA, true);
