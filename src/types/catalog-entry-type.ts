import { type Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";

/** `CatalogEntry`: classes and resources. Its instances live in catalogs; references to them are types. */
export class CatalogEntryType extends Type {
  static readonly default: CatalogEntryType = new CatalogEntryType();
  readonly name: string = "CatalogEntry";

  isInstance(_value: Value): boolean {
    return false;
  }

  accepts(other: Type, _guard?: Guard): boolean {
    return other instanceof CatalogEntryType;
  }

  describe(_format: TypeFormat): string {
    return "CatalogEntry";
  }
}
