import { Failure, fail } from "../diagnostics/failure.ts";
import type { Place } from "../diagnostics/issue.ts";
import { locationText } from "../diagnostics/puppet-text.ts";
import { hashKey } from "../values/hash-key.ts";
import type { Value } from "../values/value.ts";
import type { Reference } from "./catalog.ts";
import type {
  CollectorLike,
  ContainerDefinition,
  DeclaredResource,
  Override,
  RelationshipEnd,
  StatedRelationship,
} from "./declared-resource.ts";
import { flatValues } from "./flat-values.ts";
import { capitalizeSegments, catalogTitle } from "./names.ts";
import type { KnownType } from "./resource-types/known-type.ts";
import type { ResourceTypes } from "./resource-types/resource-types.ts";
import { addTags } from "./tags.ts";

/** The catalog while manifests are evaluated: every question the evaluator asks is answered from an index. */
export class DeclaredCatalog {
  readonly types: ResourceTypes;
  readonly classes: string[] = [];
  readonly tags = new Set<string>();
  readonly collectors = new Set<CollectorLike>();
  readonly overriding = new Set<ContainerDefinition | undefined>();
  readonly overrides = new Map<Reference, Override[]>();
  readonly relationships: StatedRelationship[] = [];
  readonly containment = new Map<DeclaredResource, Set<DeclaredResource>>();
  readonly #resources: DeclaredResource[] = [];
  readonly #byType = new Map<string, DeclaredResource[]>();
  /** By type and the values of its key: titles, aliases and names share one table, as in Puppet. */
  readonly #table = new Map<string, DeclaredResource>();
  readonly #typeNames = new Map<string, string>();
  #unevaluated: DeclaredResource[] = [];

  constructor(types: ResourceTypes) {
    this.types = types;
  }

  find(type: string, title: string): DeclaredResource | undefined {
    const name = this.#typeName(type);
    const found = this.#table.get(tableKey(name, [catalogTitle(name, title)]));
    if (found) return found;
    const known = this.types.find(name);
    return (
      known &&
      this.#table.get(
        tableKey(
          name,
          uniquenessKey(known, title, () => undefined),
        ),
      )
    );
  }

  declare(resource: DeclaredResource): void {
    const key = tableKey(resource.type, [resource.title]);
    const taken = this.#table.get(key);
    if (taken) failOnDuplicate(resource, taken);
    this.#table.set(key, resource);
    this.#resources.push(resource);
    const sameType = this.#byType.get(resource.type);
    if (sameType) sameType.push(resource);
    else this.#byType.set(resource.type, [resource]);
    for (const alias of aliasesOf(resource)) this.#alias(resource, [alias], JSON.stringify(alias));
    this.#aliasByName(resource);
    if (resource.kind !== "resource") this.#unevaluated.push(resource);
  }

  resources(): Iterable<DeclaredResource> {
    return this.#resources;
  }

  ofType(type: string): readonly DeclaredResource[] {
    return this.#byType.get(type) ?? [];
  }

  relate(from: RelationshipEnd, to: RelationshipEnd, notify: boolean, origin: string, place?: Place): void {
    this.relationships.push({ from, to, notify, origin, place });
  }

  contain(container: DeclaredResource, content: DeclaredResource): void {
    const contents = this.containment.get(container);
    if (contents) contents.add(content);
    else this.containment.set(container, new Set([content]));
  }

  addClass(name: string): void {
    this.classes.push(name);
    addTags(this.tags, [name]);
  }

  takeUnevaluated(): DeclaredResource[] {
    const taken = this.#unevaluated.filter((resource) => !resource.evaluated);
    this.#unevaluated = [];
    return taken;
  }

  putBackUnevaluated(resources: readonly DeclaredResource[]): void {
    this.#unevaluated = [...resources, ...this.#unevaluated];
  }

  /** The same few types are asked for again and again. */
  #typeName(type: string): string {
    const known = this.#typeNames.get(type);
    if (known !== undefined) return known;
    const name = capitalizeSegments(type);
    this.#typeNames.set(type, name);
    return name;
  }

  /** Resources whose key is not their title are known by both. */
  #aliasByName(resource: DeclaredResource): void {
    const known = resource.kind === "resource" ? this.types.find(resource.type) : undefined;
    if (!known?.isomorphic || known.isNamedByTitle(resource.parameters)) return;
    const key = keyOfDeclared(known, resource);
    if (key.every((part) => part === null || part === false)) return;
    if (key.length === 1 && key[0] === resource.title) return;
    this.#alias(resource, key, inspectKey(key));
  }

  #alias(resource: DeclaredResource, key: readonly Value[], shown: string): void {
    const id = tableKey(resource.type, key);
    const taken = this.#table.get(id);
    if (taken && taken !== resource) failOnAlias(resource, taken, key, shown);
    this.#table.set(id, resource);
  }
}

function tableKey(type: string, key: readonly Value[]): string {
  const first = key[0];
  if (key.length === 1 && typeof first === "string") return `${type}\u0000${first}`;
  return `${type}${hashKey(key)}`;
}

function failOnDuplicate(resource: DeclaredResource, first: DeclaredResource): never {
  const ref = resource.reference;
  const at = locationText(lineOf(first.place));
  const where = at === "" ? "" : ` at ${at}`;
  const here = locationText(lineOf(resource.place));
  throw new Failure({
    code: "DUPLICATE_DECLARATION",
    severity: "error",
    message: `Duplicate declaration: ${ref} is already declared${where}; cannot redeclare${here === "" ? "" : ` ${here}`}`,
    related: [{ message: `${ref} is first declared here`, place: first.place }],
  });
}

function failOnAlias(
  resource: DeclaredResource,
  first: DeclaredResource,
  key: readonly Value[],
  shown: string,
): never {
  const ref = resource.reference;
  const here = locationText(lineOf(resource.place));
  const there = locationText(lineOf(first.place));
  throw new Failure({
    code: "CANNOT_ALIAS",
    severity: "error",
    message:
      `Cannot alias ${ref} to ${shown}${here === "" ? "" : ` at ${here}`}; ` +
      `resource ${inspectKey([resource.type, ...key])} already declared${there === "" ? "" : ` ${there}`}`,
    related: [{ message: `${first.reference} has this name already`, place: first.place }],
  });
}

/** Puppet knows resources by file and line only. */
function lineOf({ file, line }: Place): Place {
  return { file, line };
}

/** The further titles that the `alias` metaparameter gives a resource. */
export function aliasesOf(resource: DeclaredResource): string[] {
  const alias = resource.parameters.get("alias");
  return alias ? flatValues(alias.value).map(String) : [];
}

/**
 * The values that identify a resource among those of its type (Puppet::Resource#uniqueness_key): the attributes of
 * its key, from its parameters or its title. Null parts are attributes that nobody gave.
 */
export function uniquenessKey(
  type: KnownType,
  title: string,
  parameter: (name: string) => Value | undefined,
): Value[] {
  const fromTitle = type.parseTitle(title);
  if (!fromTitle) fail("NO_TITLE_PATTERN", `No set of title patterns matched the title "${title}".`);
  const given = (name: string): Value => parameter(name) ?? fromTitle.get(name) ?? null;
  const nameAttribute = type.nameAttribute;
  const name = given(nameAttribute) ?? given("name") ?? title;
  return type.key.map((attribute) => {
    const value = given(attribute);
    return value === null && (attribute === nameAttribute || attribute === "name") ? name : value;
  });
}

/** The uniqueness key of a declared resource. */
export function keyOfDeclared(type: KnownType, resource: DeclaredResource): Value[] {
  return uniquenessKey(type, resource.title, (name) => resource.parameters.get(name)?.value);
}

/** The parts of a key as Puppet's messages show them: `["File", "/x"]`, `nil` for parts that nobody gave. */
export function inspectKey(parts: readonly Value[]): string {
  return `[${parts.map((part) => (part === null ? "nil" : typeof part === "string" ? JSON.stringify(part) : String(part))).join(", ")}]`;
}
