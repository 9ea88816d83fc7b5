import type { Type } from "../../values/type.ts";
import { EnumType } from "../enum-type.ts";
import { IntegerType } from "../integer-type.ts";
import { NotUndefType } from "../not-undef-type.ts";
import { OptionalType } from "../optional-type.ts";
import { PatternType } from "../pattern-type.ts";
import { RegexpType } from "../regexp-type.ts";
import { StringType } from "../string-type.ts";
import { StructElement, StructType } from "../struct-type.ts";
import { TypeType } from "../type-type.ts";
import { UndefType } from "../undef-type.ts";
import { VariantType } from "../variant-type.ts";

const TEXT_PARTS = ["scheme", "userinfo", "host", "path", "query", "fragment", "opaque"];
let known: Type | undefined;

/** What the parameter of `URI[...]` may be: a URI, or a hash of what its parts must match. */
export function uriParameterType(): Type {
  known ??= new VariantType([StringType.nonEmpty, partsType()]);
  return known;
}

function partsType(): Type {
  const presence = [NotUndefType.default, UndefType.default].map((type) => new TypeType(type));
  const kinds = [PatternType.default, EnumType.default].map((type) => new TypeType(type));
  const text = new VariantType([StringType.nonEmpty, RegexpType.default, ...kinds, ...presence]);
  const port = new VariantType([new IntegerType(0n), ...presence]);
  const elements = TEXT_PARTS.map((part) => new StructElement(part, new OptionalType(text), true));
  return new StructType([...elements, new StructElement("port", new OptionalType(port), true)]);
}
