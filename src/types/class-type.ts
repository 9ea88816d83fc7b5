import type { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import { CatalogEntryType } from "./catalog-entry-type.ts";

/** `Class`, `Class[apache]`: classes in the catalog, and references to them. */
export class ClassType extends CatalogEntryType {
  static override readonly default: ClassType = new ClassType();
  override readonly name = "Class";
  /** In lower case, without a leading `::`. */
  readonly className: string | undefined;

  constructor(className?: string) {
    super();
    this.className = className;
  }

  override accepts(other: Type): boolean {
    return other instanceof ClassType && (this.className === undefined || this.className === other.className);
  }

  override describe(format: TypeFormat): string {
    return format.of("Class", this.className === undefined ? [] : [this.className]);
  }
}
