import { fail } from "../../diagnostics/failure.ts";
import type { Compilation } from "../../evaluate/compilation.ts";
import { defineFunction, requiredRepeatedParam } from "../../evaluate/functions/function.ts";
import type { Scope } from "../../evaluate/scope.ts";
import { variableExists } from "../../evaluate/variable-exists.ts";
import { ClassType } from "../../types/class-type.ts";
import { ResourceType } from "../../types/resource-type.ts";
import { TypeType } from "../../types/type-type.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";

/** Whether any of the variables (`'$x'`), classes and types (by name), or resources (by reference) is there. */
export const defined = defineFunction("defined", {
  params: [requiredRepeatedParam("Variant[String, Type[CatalogEntry], Type[Type[CatalogEntry]]]", "vals")],
  body: ({ scope }, ...values: Value[]) => values.some((value) => isDefined(value, scope)),
});

function isDefined(value: Value, scope: Scope): boolean {
  const { compilation } = scope;
  if (typeof value === "string") return isNameDefined(value, scope);
  if (value instanceof TypeType && value.type) return isTypeDefined(value.type, compilation);
  if (value instanceof ClassType) return compilation.catalog.find("Class", classNameOf(value)) !== undefined;
  if (value instanceof ResourceType) return isResourceDefined(value, compilation);
  return fail("ARGUMENT_ERROR", `Invalid argument of type '${String(value)}' to 'defined'`);
}

function isNameDefined(name: string, scope: Scope): boolean {
  if (/^\$./.test(name)) return variableExists(name.slice(1), scope);
  if (name === "") return false;
  const { compilation } = scope;
  const plain = name.replace(/^::/, "").toLowerCase();
  return (
    name === "main" || isTypeName(name, compilation) || compilation.definitions.hostClass(plain) !== undefined
  );
}

function isTypeName(name: string, { catalog, definitions }: Compilation): boolean {
  const plain = name.replace(/^::/, "").toLowerCase();
  return catalog.types.find(plain) !== undefined || definitions.resourceType(plain) !== undefined;
}

function isResourceDefined({ typeName, title }: ResourceType, compilation: Compilation): boolean {
  if (typeName === undefined) {
    fail("ARGUMENT_ERROR", "The given resource type is a reference to all kind of types");
  }
  if (!isTypeName(typeName, compilation)) return false;
  return title === undefined || compilation.catalog.find(typeName, title) !== undefined;
}

/** The type of a reference stands for the definition, not for what the catalog holds. */
function isTypeDefined(type: Type, compilation: Compilation): boolean {
  if (type instanceof ClassType) return compilation.definitions.hostClass(classNameOf(type)) !== undefined;
  return type instanceof ResourceType && isResourceDefined(type, compilation);
}

function classNameOf({ className }: ClassType): string {
  return className ?? fail("ARGUMENT_ERROR", "The given class type is a reference to all classes");
}
