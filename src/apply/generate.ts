import { type Catalog, type CatalogResource, type Reference, reference } from "../catalog/catalog.ts";
import { METAPARAMETERS } from "../catalog/metaparameters.ts";
import { Failure } from "../diagnostics/failure.ts";
import { systemMessage } from "../machine/system-error.ts";
import type { AnyProvider, Instance, ResourceType } from "../resources/define.ts";
import type { Generated, GenerateGround } from "../resources/generate.ts";
import { findType } from "../resources/types.ts";
import type { Managed } from "./managed.ts";
import type { ApplyOptions } from "./options.ts";
import { type Prepared, prepare } from "./prepare.ts";

/** A catalog with what its resources add to it, its own resources made ready, and whether one could not add its own. */
export interface GeneratedCatalog {
  readonly catalog: Catalog;
  readonly ready: ReadonlyMap<Reference, Managed>;
  readonly failed: boolean;
}

/**
 * Add the resources that others ask for before anything is applied (Puppet's generate): what is to be purged. Each
 * comes right after the one that asks for it, in the same container, with its metaparameters.
 */
export async function withGenerated(catalog: Catalog, options: ApplyOptions): Promise<GeneratedCatalog> {
  const typeOf = options.typeOf ?? findType;
  const asks = catalog.resources.some(({ type, parameters }) =>
    typeOf(type)?.providers.some(
      (one) => generates(one) && (one.generatesFrom === undefined || parameters.has(one.generatesFrom)),
    ),
  );
  if (!asks) return { catalog, ready: new Map(), failed: false };
  const prepared = prepare(catalog, options);
  const added = new Map<Reference, readonly Generated[]>();
  let failed = false;
  for (const one of prepared.managed.values()) {
    try {
      const made = await generatedBy(one, prepared, options);
      if (made.length > 0) added.set(one.reference, made);
    } catch (error) {
      if (error instanceof Failure) throw error;
      failed = true;
      const message = `Failed to generate additional resources using 'generate': ${systemMessage(error)}`;
      options.log({ level: "err", message, source: one.path, place: one.place });
    }
  }
  return { catalog: added.size === 0 ? catalog : extended(catalog, added), ready: prepared.managed, failed };
}

function generates(provider: AnyProvider): boolean {
  return provider.generate !== undefined;
}

async function generatedBy(
  one: Managed,
  prepared: Prepared,
  options: ApplyOptions,
): Promise<readonly Generated[]> {
  const provider = one.type.providers.find(generates);
  if (provider?.generate === undefined) return [];
  return provider.generate(one.wanted, groundOf(one, prepared, options));
}

function groundOf(one: Managed, { registry, managed }: Prepared, options: ApplyOptions): GenerateGround {
  const { machine, host } = options;
  return {
    machine,
    host,
    typeOf: options.typeOf ?? findType,
    has: (type, name) => registry.find(type, name) !== undefined,
    instancesOf: (type) => instancesOf(type, [...managed.values()], options),
    complain: (message) => options.log({ level: "err", message, source: one.path, place: one.place }),
    refuse(attribute, message) {
      const { file, line, span } = one.place;
      throw new Failure({
        code: "INVALID_VALUE",
        severity: "error",
        message: `Parameter ${attribute} failed on ${one.reference}: ${message}`,
        place: { file, line, span },
      });
    },
  };
}

async function instancesOf(
  type: ResourceType,
  managed: readonly Managed[],
  { host, machine }: ApplyOptions,
): Promise<readonly Instance[] | undefined> {
  const suitable = type.providers.filter((one) => one.suits?.(host) ?? true);
  const provider = suitable.find((one) => one.usual?.(host)) ?? suitable[0];
  if (type.providers.every((one) => one.instances === undefined)) return undefined;
  const mine = managed.filter((one) => one.type.name === type.name).map(({ wanted }) => wanted);
  return (await provider?.instances?.(machine, mine)) ?? [];
}

function extended(catalog: Catalog, added: ReadonlyMap<Reference, readonly Generated[]>): Catalog {
  const taken = new Set(catalog.resources.map((resource) => resource.reference));
  const pairs = catalog.resources.map((parent) => {
    const made = (added.get(parent.reference) ?? []).map((one) => asResource(parent, one));
    return { parent, made: made.filter(({ reference: ref }) => !taken.has(ref) && taken.add(ref)) };
  });
  const children = pairs.flatMap(({ parent, made }) => made.map((child) => ({ parent, child })));
  return {
    ...catalog,
    resources: pairs.flatMap(({ parent, made }) => [parent, ...made]),
    containment: [...catalog.containment, ...children.flatMap((pair) => contained(catalog, pair))],
    relationships: [...catalog.relationships, ...children.flatMap((pair) => related(catalog, pair))],
  };
}

interface Pair {
  readonly parent: CatalogResource;
  readonly child: CatalogResource;
}

function contained({ containment }: Catalog, { parent, child }: Pair): Catalog["containment"] {
  const edge = containment.find(({ content }) => content === parent.reference);
  return edge === undefined ? [] : [{ ...edge, content: child.reference }];
}

/** A child comes after its parent, and where its parent comes among others. */
function related({ relationships }: Catalog, { parent, child }: Pair): Catalog["relationships"] {
  const [from, to] = [parent.reference, child.reference];
  const own = { from, to, notify: false, origin: `what ${from} asks for`, place: parent.place };
  const before = relationships.filter((edge) => edge.to === from).map((edge) => ({ ...edge, to }));
  const after = relationships.filter((edge) => edge.from === from).map((edge) => ({ ...edge, from: to }));
  return [own, ...before, ...after];
}

function asResource(parent: CatalogResource, { type, title, parameters }: Generated): CatalogResource {
  const name = type.charAt(0).toUpperCase() + type.slice(1);
  const meta = [...parent.parameters].filter(([one]) => METAPARAMETERS.has(one) && one !== "alias");
  return {
    reference: reference(name, title),
    type: name,
    title,
    parameters: new Map([...meta, ...Object.entries(parameters)]),
    tags: new Set([...parent.tags, type]),
    place: {},
    virtual: false,
    exported: false,
    kind: "resource",
  };
}
