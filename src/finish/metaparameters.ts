import type { DeclaredParameter, DeclaredResource } from "../catalog/declared-resource.ts";
import { INHERITED_METAPARAMETERS } from "../catalog/metaparameters.ts";
import { setParameter } from "../catalog/set-parameter.ts";
import type { Compilation } from "../evaluate/compilation.ts";

type Metaparameters = ReadonlyMap<string, DeclaredParameter>;

/**
 * What Class[main] contains, directly or not, takes over metaparameters and tags from its containers. As in Puppet
 * (Compiler#add_resource_metaparams) the walk starts at Class[main], so it does not reach classes that are merely
 * included.
 */
export function inheritMetaparameters({ catalog }: Compilation): void {
  const main = catalog.ofType("Class").find(({ title }) => title === "main");
  if (!main) return;
  const passedOn = new Map<DeclaredResource, Metaparameters>();
  const seen = new Set<DeclaredResource>();
  const queue: DeclaredResource[] = [main];
  for (const container of queue) {
    if (seen.has(container)) continue;
    seen.add(container);
    for (const content of catalog.containment.get(container) ?? []) {
      handDown(container, content, passedOn);
      queue.push(content);
    }
  }
}

function handDown(
  container: DeclaredResource,
  content: DeclaredResource,
  passedOn: Map<DeclaredResource, Metaparameters>,
): void {
  const inherited = passedOn.get(container) ?? metaparametersOf(container);
  if (inherited.size > 0) {
    for (const [name, parameter] of inherited) {
      if ((content.parameters.get(name)?.value ?? null) === null) setParameter(content, name, parameter);
    }
    passedOn.set(container, inherited);
    passedOn.set(content, new Map([...inherited, ...metaparametersOf(content)]));
  }
  for (const tag of container.tags) content.tags.add(tag);
}

function metaparametersOf(resource: DeclaredResource): Metaparameters {
  const found = new Map<string, DeclaredParameter>();
  if (resource.parameters.size === 0) return found;
  for (const name of INHERITED_METAPARAMETERS) {
    const parameter = resource.parameters.get(name);
    if (parameter && parameter.value !== null) found.set(name, parameter);
  }
  return found;
}
