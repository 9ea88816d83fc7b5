import { quoted } from "../values/quoted.ts";
import { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";

/** A type expression whose name is not known here; nothing is an instance of it. */
export class TypeReferenceType extends Type {
  static readonly default = new TypeReferenceType("UnresolvedReference");
  readonly name = "TypeReference";
  readonly typeString: string;

  constructor(typeString: string) {
    super();
    this.typeString = typeString;
  }

  isInstance(): boolean {
    return false;
  }

  accepts(other: Type): boolean {
    return this.equals(other);
  }

  describe(_format: TypeFormat): string {
    return `TypeReference[${quoted(this.typeString)}]`;
  }
}
