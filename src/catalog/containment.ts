import { type Catalog, type CatalogResource, type Reference, reference } from "./catalog.ts";

/** What contains what, by reference; of several containers (a contained class) the first, as Puppet names resources. */
export class Containment {
  readonly #containers = new Map<Reference, Reference>();
  readonly #resources = new Map<Reference, CatalogResource>();
  readonly #paths = new Map<Reference, readonly string[]>();

  constructor(catalog: Catalog) {
    for (const resource of catalog.resources) this.#resources.set(resource.reference, resource);
    for (const { container, content } of catalog.containment) {
      if (!this.#containers.has(content)) this.#containers.set(content, container);
    }
  }

  containerOf(content: Reference): Reference | undefined {
    return this.#containers.get(content);
  }

  /** The names from the stage down to a resource: a class by its title, everything else by its reference. */
  pathOf(of: Reference): readonly string[] {
    const known = this.#paths.get(of);
    if (known) return known;
    const container = this.#containers.get(of);
    const own = this.#pathName(of);
    const path = container === undefined ? [own] : [...this.pathOf(container), own];
    this.#paths.set(of, path);
    return path;
  }

  #pathName(of: Reference): string {
    const resource = this.#resources.get(of);
    if (resource === undefined) return of;
    return resource.type === "Class" ? capitalised(resource.title) : of;
  }
}

function capitalised(name: string): string {
  return name
    .split("::")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("::");
}

/** Stages, classes and instances of defines hold others and are not applied themselves. */
export function isContainer(resource: CatalogResource): boolean {
  return resource.kind !== "resource" || resource.type === "Stage";
}

/** A container or resource as messages call it: class names are capitalised, that of `main` too. */
export function shownReference({ type, title, reference: own }: CatalogResource): string {
  return type === "Class" ? reference(type, capitalised(title)) : own;
}
