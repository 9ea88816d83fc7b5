import type { Expression } from "../../syntax/ast.ts";
import { ClassType } from "../../types/class-type.ts";
import { ResourceType } from "../../types/resource-type.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import type { Scope } from "../scope.ts";
import { generalizedTypeText } from "./type-text.ts";

/** The name of the type whose resources an expression declares: `file`, `a::b`, `File`, `Resource[$type]`. */
export function resourceTypeName(node: Expression, scope: Scope): string {
  if (node.kind === "QualifiedName") return node.value;
  const value = evaluate(node, scope);
  if (!namesType(node)) failOnType(node, generalizedTypeText(value));
  if (value instanceof ClassType) {
    return value.className === undefined ? "class" : failOnType(node, value.toString());
  }
  if (value instanceof ResourceType && value.typeName !== undefined) {
    return value.title === undefined ? value.typeName : failOnType(node, value.toString());
  }
  return failOnType(node, generalizedTypeText(value));
}

/** The name of a type that defaults are for. */
export function defaultsTypeName(node: Expression, value: Value): string {
  if (value instanceof ResourceType && value.typeName !== undefined && value.title === undefined)
    return value.typeName;
  return failOnType(node, generalizedTypeText(value));
}

function namesType(node: Expression): boolean {
  if (node.kind === "QualifiedReference") return true;
  return node.kind === "AccessExpression" && node.left.kind === "QualifiedReference";
}

function failOnType(node: Expression, actual: string): never {
  const expected = "expected result to be a type name, or untitled Resource";
  return failAt(
    node,
    "ILLEGAL_RESOURCE_TYPE",
    `Illegal Resource Type expression, ${expected}, got ${actual}`,
  );
}
