import { fail } from "../../diagnostics/failure.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { withArticle } from "../article.ts";
import { capitalized } from "../capitalized.ts";
import { ClassType } from "../class-type.ts";
import { ResourceType } from "../resource-type.ts";
import { className } from "./class-name.ts";
import { badSpecialization, flatKeys, keyTypeName, wrongArity } from "./keys.ts";

const CLASS_REFERENCE = /^((::)?[A-Z]\w*)+$/;
const CLASS_NAME = /^((::)?[a-z]\w*)(::[a-z]\w*)*$/;

/** A reference to one resource or class, to several, or undef where all that was given is undef. */
export type Reference = Type | readonly Type[] | null;

/** `Resource[File]`, `File['a']`, `Resource['file', 'a', 'b']`. */
export function accessResource(type: ResourceType, given: readonly Value[]): Reference {
  if (given.length === 0) wrongArity(type.toString(), 0, 1, Infinity);
  const titles = type.typeName === undefined ? given.slice(1) : given;
  const typeName = type.typeName ?? typeNameKey(given[0]!);
  if (!CLASS_REFERENCE.test(typeName)) {
    const rule = "does not conform to the naming rule";
    fail("ILLEGAL_CLASSREF", `Illegal type reference. The given name '${typeName}' ${rule}`);
  }
  if (titles.length === 0) return new ResourceType(typeName);
  return severalOrOne(titles, (title) => new ResourceType(typeName, titleKey(type, title)));
}

function typeNameKey(key: Value): string {
  if (typeof key === "string") return capitalized(key);
  if (key instanceof ResourceType && key.typeName !== undefined) return key.typeName;
  fail(
    "ILLEGAL_RESOURCE_SPECIALIZATION",
    `First argument to Resource[] must be a resource type or a String. Got ${keyTypeName(key)}.`,
  );
}

function titleKey(type: Type, title: Value): string {
  if (typeof title === "string") return title;
  badSpecialization(type, `Cannot use ${keyTypeName(title)} where a resource title String is expected`);
}

/** `Class['a']`, `Class['a', 'b']`. */
export function accessClass(type: ClassType, given: readonly Value[]): Reference {
  if (given.length === 0) wrongArity(type.toString(), 0, 1, Infinity);
  return severalOrOne(given, (key) => new ClassType(classNameKey(key)));
}

function classNameKey(key: Value): string {
  if (typeof key !== "string") {
    const label = withArticle(classLabelOf(key));
    const named = label.charAt(0).toUpperCase() + label.slice(1);
    fail(
      "ILLEGAL_HOSTCLASS_NAME",
      `Illegal Class name in class reference. ${named} cannot be used where a String is expected`,
    );
  }
  const name = key.toLowerCase().replace(/^::/, "");
  if (CLASS_NAME.test(name)) return name;
  const rule = "/^((::)?[a-z_]\\w*)(::[a-z]\\w*)*$/";
  fail("ILLEGAL_NAME", `Illegal name. The given name '${key}' does not conform to the naming rule ${rule}`);
}

function classLabelOf(key: Value): string {
  if (typeof key === "boolean") return "Boolean";
  if (key instanceof ResourceType && key.title !== undefined) return `${key} Resource-Reference`;
  if (key instanceof Type) return `${key}-Type`;
  return className(key) === "Symbol" ? "default" : className(key);
}

/** One reference for one key, an array for several or for an array; undefs among them are skipped. */
function severalOrOne(given: readonly Value[], make: (key: Value) => Type): Reference {
  const isArray = given.length > 1 || Array.isArray(given[0]);
  const keys = flatKeys(given).filter((key) => key !== null);
  if (isArray) return keys.map(make);
  return keys.length === 0 ? null : make(keys[0]!);
}
