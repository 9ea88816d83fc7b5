import { Failure } from "../../diagnostics/failure.ts";
import type { AccessExpression, Expression } from "../../syntax/ast.ts";
import { accessType as parameterized } from "../../types/access.ts";
import { ClassType } from "../../types/class-type.ts";
import { ResourceType } from "../../types/resource-type.ts";
import { TypeReferenceType } from "../../types/type-reference-type.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import type { Scope } from "../scope.ts";
import { blamedKey } from "./blamed-key.ts";
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
    const blamed = thrown instanceof Failure ? blamedKey(type, thrown.issue, keys, node) : undefined;
    if (blamed === undefined || !(thrown instanceof Failure) || thrown.issue.place !== undefined)
      throw thrown;
    return failAt(blamed, thrown.issue.code, thrown.issue.message, thrown.issue.hint);
  }
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
