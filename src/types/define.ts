import { fail } from "../diagnostics/failure.ts";
import type { AccessExpression, Expression, LiteralHash } from "../syntax/ast.ts";
import { Hash } from "../values/hash.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { type FindType, interpret, interpretType } from "./interpret.ts";
import { ObjectType } from "./object/object-type.ts";
import { TypeSetType } from "./object/type-set-type.ts";
import { TypeAliasType } from "./type-alias-type.ts";

/**
 * The type that `type Name = expression` defines: an Object type, a type set, or an alias. The expression is read
 * when the type is first used, so that it may refer to what is defined later, and to itself.
 */
export function defineType(name: string, expression: Expression, find: FindType): Type {
  const kind = expression.kind === "LiteralHash" ? "Object" : definedKind(expression);
  if (kind === "Object") return new ObjectType(name, () => hashOf(expression, find));
  if (kind === "TypeSet") return defineTypeSet(name, expression, find);
  return new TypeAliasType(name, () => interpretType(expression, find));
}

function definedKind(expression: Expression): string | undefined {
  if (expression.kind !== "AccessExpression" || expression.left.kind !== "QualifiedReference")
    return undefined;
  return expression.left.value;
}

/** The hash of `{...}`, `Object[{...}]` or `TypeSet[{...}]`. */
function literalHash(expression: Expression): LiteralHash {
  const hash = expression.kind === "LiteralHash" ? expression : (expression as AccessExpression).keys[0];
  if (hash?.kind === "LiteralHash") return hash;
  const { span } = expression;
  const text = span.source.text.slice(span.start, span.end);
  return fail("RUNTIME_ERROR", `The expression <${text}> is not a valid type specification.`);
}

function hashOf(expression: Expression, find: FindType): Hash {
  return interpret(literalHash(expression), find) as Hash;
}

/** Types within a set may use each other's short names. */
function defineTypeSet(name: string, expression: Expression, find: FindType): TypeSetType {
  const read = (set: TypeSetType): Hash => {
    const inside: FindType = (used) => findInside(types, set, used) ?? find(used);
    const types = new Map<string, Type>();
    const entries = literalHash(expression).entries.map(({ key, value }): [Value, Value] => {
      const field = keyText(key, find);
      if (field === "types" && value.kind === "LiteralHash")
        return [field, readTypes(name, value, types, inside)];
      if (field === "references" && value.kind === "LiteralHash") return [field, withTextKeys(value, find)];
      return [field, interpret(value, find)];
    });
    return Hash.from(entries);
  };
  return new TypeSetType(name, read, find);
}

function findInside(types: ReadonlyMap<string, Type>, set: TypeSetType, name: string): Type | undefined {
  return types.get(name) ?? (name.includes("::") || types.size === 0 ? set.find(name) : undefined);
}

function readTypes(set: string, hash: LiteralHash, types: Map<string, Type>, find: FindType): Hash {
  for (const { key, value } of hash.entries) {
    const name = keyText(key, find);
    types.set(name, defineType(`${set}::${name}`, withParent(value), find));
  }
  return Hash.from(types);
}

/** `Parent { attributes => ... }` is short for an Object type with that parent. */
function withParent(expression: Expression): Expression {
  if (expression.kind !== "ResourceDefaultsExpression") return expression;
  const { typeRef, operations, span } = expression;
  const named = operations.flatMap((operation) =>
    operation.kind === "AttributeOperation" ? [operation] : [],
  );
  const entries = named.map(({ name, value, span: at }) => entryOf(name, value, at));
  const isParent = typeRef.kind !== "QualifiedReference" || !["Object", "TypeSet"].includes(typeRef.value);
  const parent = isParent ? [entryOf("parent", typeRef, typeRef.span)] : [];
  return { kind: "LiteralHash", entries: [...parent, ...entries], span };
}

function entryOf(name: string, value: Expression, span: Expression["span"]): LiteralHash["entries"][number] {
  return { kind: "KeyedEntry", key: { kind: "LiteralString", value: name, span }, value, span };
}

/** A key as text; capitalised names stand for themselves. */
function keyText(key: Expression, find: FindType): string {
  return key.kind === "QualifiedReference" ? key.value : String(interpret(key, find));
}

function withTextKeys(hash: LiteralHash, find: FindType): Hash {
  return Hash.from(hash.entries.map(({ key, value }) => [keyText(key, find), interpret(value, find)]));
}

/** Work out what a defined type stands for, so that an error in it is told where it is first named. */
export function settleType(type: Type): void {
  if (type instanceof TypeAliasType) void type.resolved;
  else if (type instanceof ObjectType) void type.definition;
  else if (type instanceof TypeSetType) settleTypeSet(type);
}

function settleTypeSet({ definition }: TypeSetType): void {
  for (const reference of definition.references.values()) reference.typeSet();
  for (const type of definition.types.values()) settleType(type);
}

/** The type `Set::Name` of a type set; undefined when there is no such set or no such type in it. */
export function typeInSet(name: string, find: FindType): Type | undefined {
  const end = name.lastIndexOf("::");
  const set = end < 0 ? undefined : find(name.slice(0, end));
  return set instanceof TypeSetType ? set.find(name.slice(end + 2)) : undefined;
}
