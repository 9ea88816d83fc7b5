import { type CatalogResource, reference } from "../catalog/catalog.ts";
import type { AnyProvider, Child } from "../resources/define.ts";
import type { Surroundings } from "../resources/surroundings.ts";
import { instantiate } from "./instantiate.ts";
import type { Managed } from "./managed.ts";
import type { ApplyOptions } from "./options.ts";
import type { Registry } from "./registry.ts";

/**
 * The resources a resource makes just before it is applied (Puppet's eval_generate), such as the files in a
 * directory. What the catalog manages itself, or something above it within the parent, is left to the catalog.
 */
export async function childrenOf(
  parent: Managed,
  provider: AnyProvider,
  around: Surroundings,
  registry: Registry,
  options: ApplyOptions,
): Promise<Managed[]> {
  const found = (await provider.children?.(parent.wanted, options.machine, around)) ?? [];
  const children: Managed[] = [];
  for (const child of found) {
    await options.pause?.();
    options.goOn?.();
    if (registry.find(parent.type.name, child.title) !== undefined) continue;
    const made = instantiate(
      asResource(parent, child),
      parent.type,
      { containment: standingOf(parent, child) },
      options,
    );
    registry.add(made);
    children.push(made);
  }
  return children;
}

function standingOf(parent: Managed, child: Child): readonly string[] {
  return [...parent.containment.slice(0, -1), reference(typeName(parent), child.title)];
}

function typeName(parent: Managed): string {
  return parent.reference.slice(0, parent.reference.indexOf("["));
}

function asResource(parent: Managed, child: Child): CatalogResource {
  const { tags } = parent;
  const type = typeName(parent);
  return {
    reference: reference(type, child.title),
    type,
    title: child.title,
    parameters: child.parameters,
    tags,
    place: {},
    virtual: false,
    exported: false,
    kind: "resource",
  };
}
