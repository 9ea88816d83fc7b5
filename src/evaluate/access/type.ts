import { Failure } from "../../diagnostics/failure.ts";
import type { AccessExpression, Expression } from "../../syntax/ast.ts";
import { accessType as parameterized } from "../../types/access.ts";
import { ClassType } from "../../types/class-type.ts";
import { ResourceType } from "../../types/resource-type.ts";
import type { Type } from "../../types/type.ts";
import { TypeReferenceType } from "../../types/type-reference-type.ts";
import { DEFAULT } from "../../values/default.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import type { Scope } from "../scope.ts";
import { typeNameOf } from "../type-name.ts";
import { flattened } from "./flattened.ts";
import { type Asked, resourceParameters } from "./resource-parameters.ts";

/** `Type[a, b]` gives a type; where a resource is already named, `File['/x'][mode]`, the values of its parameters. */
export function accessType(type: Type, node: AccessExpression, scope: Scope): Value {
  const keys = node.keys.map((key) =>
    type instanceof ClassType ? classKey(key, scope) : evaluate(key, scope),
  );
  const asked = askedResource(type);
  if (asked === undefined) return parameterizedAt(type, keys, node);
  const names = flattened(keys).filter((key) => key !== null);
  const many = keys.length > 1 || Array.isArray(keys[0]);
  if (names.length === 0 && keys.length > 0) return many ? [] : null;
  const values = resourceParameters(asked, names, node, scope);
  return many ? values : (values[0] ?? null);
}

/** What is wrong with a key is said at that key. */
function parameterizedAt(type: Type, keys: readonly Value[], node: AccessExpression): Value {
  try {
    return parameterized(type, keys);
  } catch (thrown) {
    const blamed = thrown instanceof Failure ? blamedKey(thrown, keys, node) : undefined;
    if (blamed === undefined || !(thrown instanceof Failure) || thrown.issue.place !== undefined)
      throw thrown;
    return failAt(blamed, thrown.issue.code, thrown.issue.message, thrown.issue.hint);
  }
}

const ABOUT_A_KEY =
  /^(?:BAD_TYPE_SPECIALIZATION|BAD_TYPE_SLICE_TYPE|BAD_NOT_UNDEF_SLICE_TYPE|BAD_INTEGER_SLICE_TYPE|BAD_STRING_SLICE_TYPE|BAD_COLLECTION_SLICE_TYPE|ILLEGAL_(?:HOSTCLASS_)?NAME|ILLEGAL_CLASSREF|ILLEGAL_RESOURCE_SPECIALIZATION)$/;

/** The key an issue is about: the first one whose type the words name. */
function blamedKey(
  { issue }: Failure,
  keys: readonly Value[],
  node: AccessExpression,
): Expression | undefined {
  if (!ABOUT_A_KEY.test(issue.code)) return undefined;
  if (issue.message.includes("integers")) return node.keys[keys.findIndex((key) => !isNumberOrDefault(key))];
  const named = keys.findIndex((key) => issue.message.includes(`Cannot use ${typeNameOf(key)} where`));
  return node.keys[Math.max(named, 0)];
}

function isNumberOrDefault(key: Value): boolean {
  return typeof key === "bigint" || key === DEFAULT;
}

function askedResource(type: Type): Asked | undefined {
  if (type instanceof ClassType)
    return type.className === undefined ? undefined : { type: "Class", title: type.className };
  if (!(type instanceof ResourceType) || type.typeName === undefined || type.title === undefined)
    return undefined;
  return { type: type.typeName, title: type.title };
}

/** In `Class[...]` a capitalised name need not be a known type. */
function classKey(key: Expression, scope: Scope): Value {
  if (key.kind !== "QualifiedReference") return evaluate(key, scope);
  return scope.compilation.types.find(key.value) ?? new TypeReferenceType(key.value);
}
