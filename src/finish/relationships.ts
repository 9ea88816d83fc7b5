import type { Reference } from "../catalog/catalog.ts";
import type { DeclaredCatalog } from "../catalog/declared-catalog.ts";
import type { DeclaredResource, RelationshipEnd, StatedRelationship } from "../catalog/declared-resource.ts";
import { splitReference } from "../catalog/names.ts";
import { namedResource, referenceValue } from "../catalog/references.ts";
import { Failure } from "../diagnostics/failure.ts";
import type { RelatedPlace } from "../diagnostics/issue.ts";
import type { Compilation } from "../evaluate/compilation.ts";
import type { Value } from "../values/value.ts";

/** Write what arrows say into `before` and `notify` of their sources, as Puppet does; all missing ends are told at once. */
export function stateRelationships({ catalog }: Compilation): void {
  const added = new Map<DeclaredResource, Map<string, Value[]>>();
  const missing: RelatedPlace[] = [];
  for (const stated of catalog.relationships) {
    for (const from of referencesOf(stated.from, true)) {
      for (const to of referencesOf(stated.to, false)) {
        const source = findEnd(catalog, from);
        if (source && findEnd(catalog, to)) add(added, source, stated, to);
        else
          missing.push({ message: missingWords(from, to, source !== undefined), place: stated.place ?? {} });
      }
    }
  }
  if (missing.length > 0) throw missingEnds(missing);
  for (const [source, parameters] of added)
    for (const [name, values] of parameters) append(source, name, values);
}

/** The references that an end stands for, now that all is declared. */
export function referencesOf(end: RelationshipEnd, leftEnd: boolean): readonly Reference[] {
  return typeof end === "string" ? [end] : end.references(leftEnd);
}

/** The resource that a reference names; undefined when there is none. */
export function findEnd(catalog: DeclaredCatalog, ref: Reference): DeclaredResource | undefined {
  const parts = splitReference(ref);
  return parts && catalog.find(parts.type, parts.title);
}

/** The resource that a value of a relationship parameter names. */
export function endNamedBy(catalog: DeclaredCatalog, value: Value): DeclaredResource | undefined {
  const named = namedResource(value);
  if (named?.title !== undefined) return catalog.find(named.type, named.title);
  return findEnd(catalog, String(value));
}

function add(
  added: Map<DeclaredResource, Map<string, Value[]>>,
  source: DeclaredResource,
  { notify }: StatedRelationship,
  to: Reference,
): void {
  const { type, title } = splitReference(to)!;
  const name = notify ? "notify" : "before";
  const parameters = added.get(source) ?? new Map<string, Value[]>();
  added.set(source, parameters);
  const values = parameters.get(name);
  if (values) values.push(referenceValue(type, title));
  else parameters.set(name, [referenceValue(type, title)]);
}

function append(source: DeclaredResource, name: string, values: readonly Value[]): void {
  const current = source.parameters.get(name);
  const before = current?.value ?? null;
  const value = [...(Array.isArray(before) ? before : before === null ? [] : [before]), ...values];
  source.parameters.set(name, { place: source.place, source: source.definition, ...current, value });
}

function missingWords(from: Reference, to: Reference, hasSource: boolean): string {
  return hasSource
    ? `Could not find resource '${to}' for relationship from '${from}'`
    : `Could not find resource '${from}' for relationship on '${to}'`;
}

/** Puppet tells the first missing end, without a place; the others and where they are come along. */
function missingEnds(missing: readonly RelatedPlace[]): Failure {
  const [first, ...others] = missing;
  return new Failure({
    code: "RELATIONSHIP_WITHOUT_RESOURCE",
    severity: "error",
    message: first!.message,
    related: [{ message: "the relationship is stated here", place: first!.place }, ...others],
  });
}
