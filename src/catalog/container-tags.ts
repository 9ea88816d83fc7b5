import type { DeclaredResource } from "./declared-resource.ts";

/** A resource takes on the tags that its container has by the time it is evaluated or finished, once. */
export function addContainerTags(resource: DeclaredResource): void {
  if (resource.hasContainerTags) return;
  resource.hasContainerTags = true;
  const container = resource.declaredIn?.resource;
  if (!container || container === resource) return;
  for (const tag of container.tags) resource.tags.add(tag);
}
