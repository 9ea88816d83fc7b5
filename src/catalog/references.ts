import { ClassType } from "../types/class-type.ts";
import { ResourceType } from "../types/resource-type.ts";
import { TypeType } from "../types/type-type.ts";
import type { Value } from "../values/value.ts";
import type { Reference } from "./catalog.ts";
import { capitalizeSegments, catalogTitle, reference } from "./names.ts";

/** A resource or class that a value names; `title` is undefined for a bare type such as `File`. */
export interface NamedResource {
  /** Capitalised, `Class` for classes. */
  readonly type: string;
  readonly title: string | undefined;
}

/** What a value names when it is a reference to resources; undefined for other values and for a bare `Resource`. */
export function namedResource(value: Value): NamedResource | undefined {
  const type = value instanceof TypeType && value.type !== undefined ? value.type : value;
  if (type instanceof ClassType) return { type: "Class", title: titled("Class", type.className) };
  if (!(type instanceof ResourceType) || type.typeName === undefined) return undefined;
  const name = capitalizeSegments(type.typeName);
  return { type: name, title: titled(name, type.title) };
}

/** The reference that a value is, `File[/x]`; undefined for other values and for bare types. */
export function referenceOf(value: Value): Reference | undefined {
  const named = namedResource(value);
  return named?.title === undefined ? undefined : reference(named.type, named.title);
}

/** The value that names a resource: `File['/x']` or `Class['a']`. */
export function referenceValue(type: string, title: string): Value {
  if (type === "Class") return new ClassType(title.toLowerCase());
  return new ResourceType(type, title);
}

function titled(type: string, title: string | undefined): string | undefined {
  return title === undefined ? undefined : catalogTitle(type, title);
}
