import type { DeclaredResource } from "../catalog/declared-resource.ts";
import { capitalizeSegments, splitReference } from "../catalog/names.ts";
import { namedResource } from "../catalog/references.ts";
import type { Call } from "../evaluate/functions/call.ts";
import type { Value } from "../values/value.ts";

/** A resource given by type and, unless all of the type are meant, title. */
export interface Wanted {
  readonly type: string;
  readonly title: string | undefined;
}

/** What a reference, or the text of one, names; undefined when it names nothing. */
export function wantedResource(value: Value): Wanted | undefined {
  if (typeof value !== "string") return namedResource(value);
  const found = splitReference(value);
  if (found) return { type: capitalizeSegments(found.type), title: found.title };
  return value === "" ? undefined : { type: capitalizeSegments(value), title: undefined };
}

/** The resources of the catalog that are wanted. */
export function findResources(
  { type, title }: Wanted,
  { compilation: { catalog } }: Call,
): DeclaredResource[] {
  if (title === undefined || title === "") return [...catalog.ofType(type)];
  const found = catalog.find(type, title);
  return found ? [found] : [];
}
