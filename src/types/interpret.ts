import { Failure, fail } from "../diagnostics/failure.ts";
import type { AccessExpression, Expression } from "../syntax/ast.ts";
import { DEFAULT } from "../values/default.ts";
import { Hash } from "../values/hash.ts";
import { Regexp } from "../values/regexp.ts";
import { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { accessType } from "./access.ts";
import { builtinType } from "./builtin-types.ts";
import { ClassType } from "./class-type.ts";
import { ObjectType } from "./object/object-type.ts";
import { TypeSetType } from "./object/type-set-type.ts";
import { ResourceType } from "./resource-type.ts";
import { TypeAliasType } from "./type-alias-type.ts";
import { TypeReferenceType } from "./type-reference-type.ts";

/** Finds a type that is not built in by its name as written; undefined when there is none. */
export type FindType = (name: string) => Type | undefined;

/** The type that an expression of literals, type names and `[...]` denotes (Puppet's TypeParser). */
export function interpretType(expression: Expression, find: FindType): Type {
  const value = interpret(expression, find);
  return value instanceof Type ? value : invalid(expression);
}

/** The value of such an expression; fails for any other. */
export function interpret(expression: Expression, find: FindType): Value {
  switch (expression.kind) {
    case "QualifiedReference":
      return typeNamed(expression.value, find) ?? new TypeReferenceType(expression.value);
    case "AccessExpression":
      return interpretAccess(expression, find);
    case "LiteralList":
      return expression.values.map((value) => interpret(value, find));
    case "LiteralHash":
      return Hash.from(
        expression.entries.map(({ key, value }) => [interpret(key, find), interpret(value, find)]),
      );
    case "HeredocExpression":
      return interpret(expression.text, find);
    case "UnaryMinusExpression":
      return negative(expression, interpret(expression.expr, find));
    default:
      return literal(expression);
  }
}

function literal(expression: Expression): Value {
  switch (expression.kind) {
    case "QualifiedName":
    case "LiteralString":
    case "LiteralBoolean":
    case "LiteralFloat":
    case "LiteralInteger":
      return expression.value;
    case "LiteralDefault":
      return DEFAULT;
    case "LiteralUndef":
      return null;
    case "LiteralRegularExpression":
      return new Regexp(expression.pattern);
    default:
      return invalid(expression);
  }
}

function negative(expression: Expression, value: Value): Value {
  return typeof value === "bigint" || typeof value === "number" ? -value : invalid(expression);
}

function typeNamed(name: string, find: FindType): Type | undefined {
  return builtinType(name) ?? find(name);
}

function interpretAccess(expression: AccessExpression, find: FindType): Value {
  const { left } = expression;
  if (left.kind !== "QualifiedReference") invalid(expression);
  const keys = expression.keys.map((key) => interpret(key, find));
  const type = typeNamed(left.value, find);
  if (!type) return new TypeReferenceType(textOf(expression));
  checkCount(type, left.value, keys.length);
  return accessed(expression, type, keys);
}

/** What fails in the evaluator with words of its own is here no type specification. */
function accessed(expression: AccessExpression, type: Type, given: readonly Value[]): Value {
  const isResource = type instanceof ResourceType && type.typeName === undefined;
  const keys = isResource ? given.map(referencedName) : given;
  try {
    return accessType(type, keys);
  } catch (error) {
    if (!(error instanceof Failure && NOT_A_TYPE.has(error.issue.code))) throw error;
    return fail("RUNTIME_ERROR", REQUIREMENTS[type.name] ?? notAType(expression));
  }
}

/** What some types say instead. */
const REQUIREMENTS: Readonly<Record<string, string>> = {
  Boolean: "Boolean parameter must be true or false",
  Enum: "Enum parameters must be identifiers or strings",
};

const NOT_A_TYPE = new Set([
  "BAD_COLLECTION_SLICE_TYPE",
  "BAD_INTEGER_SLICE_TYPE",
  "BAD_NOT_UNDEF_SLICE_TYPE",
  "BAD_TYPE_SLICE_TYPE",
  "BAD_TYPE_SLICE_ARITY",
  "BAD_TYPE_SPECIALIZATION",
]);

/** `Resource[Unknown]` names a resource type by a reference. */
function referencedName(key: Value): Value {
  return key instanceof TypeReferenceType ? key.typeString : key;
}

/** How many parameters a type takes, in the words of messages. */
const COUNTS: Readonly<Record<string, readonly [number, number, string]>> = {
  Array: [1, 3, "1 to 3"],
  Boolean: [1, 1, "1"],
  Collection: [1, 2, "1 to 2"],
  Enum: [1, Infinity, "1 or more"],
  Float: [1, 2, "1 or 2"],
  Hash: [2, 4, "2 to 4"],
  Integer: [1, 2, "1 or 2"],
  Iterable: [1, 1, "1"],
  Iterator: [1, 1, "1"],
  NotUndef: [0, 1, "0 to 1"],
  Object: [1, 1, "1"],
  Optional: [1, 1, "1"],
  Pattern: [1, Infinity, "1 or more"],
  Regexp: [1, 1, "1"],
  Runtime: [2, 2, "2"],
  SemVer: [1, Infinity, "1 or more"],
  Sensitive: [0, 1, "0 to 1"],
  String: [1, 2, "1 to 2"],
  Struct: [1, 1, "1"],
  Timespan: [0, 2, "0 to 2"],
  Timestamp: [0, 2, "0 to 2"],
  Tuple: [1, Infinity, "1 or more"],
  Type: [1, 1, "1"],
  URI: [1, 1, "1"],
  Variant: [1, Infinity, "1 or more"],
};

function checkCount(type: Type, name: string, count: number): void {
  const required = requiredCount(type, name);
  if (required) requireCount(...required, count);
}

/** The name and the number of parameters to say; undefined where any number is looked at by the type itself. */
function requiredCount(type: Type, name: string): [string, readonly [number, number, string]] | undefined {
  if (type instanceof ClassType) return ["Class", [1, 1, "1"]];
  if (type instanceof ResourceType) return resourceCount(type, name);
  if (type instanceof ObjectType && type.givenName !== undefined) return undefined;
  const required = type instanceof TypeAliasType ? undefined : COUNTS[type.name];
  if (required) return [type.name, required];
  if (type.name === "Callable" || type.name === "Init" || type instanceof TypeSetType) return undefined;
  return fail("RUNTIME_ERROR", `Not a parameterized type <${name}>`);
}

function resourceCount(type: ResourceType, name: string): [string, readonly [number, number, string]] {
  return type.typeName === undefined ? ["Resource", [1, 2, "1 or 2"]] : [name, [1, 1, "1"]];
}

function requireCount(
  name: string,
  [min, max, words]: readonly [number, number, string],
  count: number,
): void {
  if (count >= min && count <= max) return;
  fail(
    "RUNTIME_ERROR",
    `Invalid number of type parameters specified: ${name} requires ${words}, ${count} provided`,
  );
}

function invalid(expression: Expression): never {
  fail("RUNTIME_ERROR", notAType(expression));
}

function notAType(expression: Expression): string {
  return `The expression <${textOf(expression)}> is not a valid type specification.`;
}

function textOf({ span }: Expression): string {
  return span.source.text.slice(span.start, span.end);
}
