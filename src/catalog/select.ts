import type { Catalog, CatalogResource } from "./catalog.ts";

/** The catalog of what this machine manages: exported resources that nobody collected here are left out. */
export function withoutVirtual(catalog: Catalog): Catalog {
  return select(catalog, ({ virtual }) => !virtual);
}

/** The catalog of what this machine offers to others. */
export function onlyExported(catalog: Catalog): Catalog {
  return select(catalog, ({ exported }) => exported);
}

function select(catalog: Catalog, wanted: (resource: CatalogResource) => boolean): Catalog {
  if (catalog.resources.every(wanted)) return catalog;
  const resources = catalog.resources.filter(wanted);
  const kept = new Set(resources.map(({ reference }) => reference));
  return {
    ...catalog,
    resources,
    containment: catalog.containment.filter((edge) => kept.has(edge.container) && kept.has(edge.content)),
    relationships: catalog.relationships.filter((edge) => kept.has(edge.from) && kept.has(edge.to)),
  };
}
