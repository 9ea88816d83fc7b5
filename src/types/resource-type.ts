import { quoted } from "../values/quoted.ts";
import type { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import { capitalized } from "./capitalized.ts";
import { CatalogEntryType } from "./catalog-entry-type.ts";

/** `Resource`, `File`, `File['/etc/motd']`: resources in the catalog, and references to them. */
export class ResourceType extends CatalogEntryType {
  static override readonly default: ResourceType = new ResourceType();
  override readonly name: string = "Resource";
  /** As it was written; compared without regard to case. */
  readonly typeName: string | undefined;
  readonly title: string | undefined;
  readonly #folded: string | undefined;

  constructor(typeName?: string, title?: string) {
    super();
    this.typeName = typeName;
    this.title = title;
    this.#folded = typeName?.toLowerCase();
  }

  override accepts(other: Type): boolean {
    if (!(other instanceof ResourceType)) return false;
    if (this.typeName === undefined) return true;
    return this.#folded === other.#folded && (this.title === undefined || this.title === other.title);
  }

  override describe(format: TypeFormat): string {
    if (this.typeName === undefined) return "Resource";
    const name = format.mode === "identity" ? `resource:${this.#folded}` : capitalized(this.typeName);
    return format.of(name, this.title === undefined ? [] : [quoted(this.title)]);
  }
}
