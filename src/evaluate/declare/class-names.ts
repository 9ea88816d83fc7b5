import { capitalizeSegments, withoutLeadingColons } from "../../catalog/names.ts";
import { fail } from "../../diagnostics/failure.ts";
import { ClassType } from "../../types/class-type.ts";
import { ResourceType } from "../../types/resource-type.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";

/** The names of classes that `include` and its kin were given: names, `Class[...]`, and arrays of them; lower case. */
export function classNames(values: readonly Value[]): string[] {
  return values.flatMap((value) =>
    Array.isArray(value) ? classNames(value as readonly Value[]) : [className(value)],
  );
}

function className(value: Value): string {
  if (value === null) fail("ILLEGAL_CLASS_NAME", "Cannot use undef as a class name");
  if (value === "") fail("ILLEGAL_CLASS_NAME", "Cannot use empty string as a class name");
  if (typeof value === "string") return normal(value);
  if (value instanceof ClassType) {
    return normal(value.className ?? fail("ILLEGAL_CLASS_NAME", "Cannot use an unspecific Class[] Type"));
  }
  if (value instanceof ResourceType) return nameOfResource(value);
  return fail("ILLEGAL_CLASS_NAME", `Cannot use ${rubyInspect(value)} as a class name`);
}

function nameOfResource(type: ResourceType): string {
  const expected = "where a Resource['class', name] is expected";
  if (type.typeName === undefined)
    fail("ILLEGAL_CLASS_NAME", `Cannot use an unspecific Resource[] ${expected}`);
  if (type.typeName.toLowerCase() !== "class") {
    fail("ILLEGAL_CLASS_NAME", `Cannot use a Resource[${capitalizeSegments(type.typeName)}] ${expected}`);
  }
  return normal(
    type.title ?? fail("ILLEGAL_CLASS_NAME", `Cannot use an unspecific Resource['class'] ${expected}`),
  );
}

function normal(name: string): string {
  return withoutLeadingColons(name.toLowerCase());
}
