import { Deferred } from "../../values/deferred.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { inference } from "../inference.ts";
import type { StructType } from "../struct-type.ts";
import { describe } from "./describe.ts";
import { InvalidParameter, type Mismatch, MissingParameter } from "./mismatch.ts";

/** How the parameters given to a class, define or resource are checked. */
export interface ParameterCheck {
  /** Whether a required parameter may be missing, because its value comes later. */
  readonly missingOk?: boolean;
  /** What the function of a deferred call returns; undefined when it does not say, and then anything fits. */
  readonly deferredType?: (deferred: Deferred) => Type | undefined;
}

/**
 * What is wrong with the parameters given to `subject` (`Class[Apache]`), in Puppet's words: unknown, mistyped and
 * missing ones. Undefined when all is well.
 */
export function describeParameters(
  subject: string,
  expected: StructType,
  given: ReadonlyMap<string, Value>,
  check: ParameterCheck = {},
): string | undefined {
  const unknown = [...given.keys()].filter((name) => !expected.byName.has(name));
  const known = expected.elements.flatMap(({ name, value: type, optional }): Mismatch[] => {
    const value = given.get(name);
    if (value !== undefined) return describeValue(name, type, value, check);
    return check.missingOk || optional ? [] : [new MissingParameter([], name)];
  });
  return sentence(subject, [...unknown.map((name) => new InvalidParameter([], name)), ...known]);
}

/** What is wrong with the default of a parameter; undefined when it fits. */
export function describeDefault(subject: string, name: string, type: Type, value: Value): string | undefined {
  if (type.isInstance(value)) return undefined;
  const actual = inference.inferSet(value).generalize();
  return sentence(subject, describe(type, actual, [{ kind: "parameter", key: name }]));
}

function describeValue(name: string, type: Type, value: Value, check: ParameterCheck): Mismatch[] {
  const path = [{ kind: "parameter", key: name }] as const;
  if (!(value instanceof Deferred))
    return type.isInstance(value) ? [] : describe(type, inference.inferSet(value), path);
  const promised = check.deferredType?.(value);
  if (!promised || type.generalize().isAssignable(promised.generalize())) return [];
  return describe(type, promised, path);
}

function sentence(subject: string, mismatches: readonly Mismatch[]): string | undefined {
  if (mismatches.length === 0) return undefined;
  const lines = mismatches.map((mismatch) => mismatch.text());
  return lines.length === 1 ? `${subject}:${lines[0]}` : `${subject}:\n ${lines.join("\n ")}`;
}
