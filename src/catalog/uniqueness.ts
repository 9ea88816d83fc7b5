import { fail } from "../diagnostics/failure.ts";
import type { Value } from "../values/value.ts";
import type { DeclaredResource } from "./declared-resource.ts";
import type { KnownType } from "./resource-types/known-type.ts";

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
