import type { Issue } from "../../diagnostics/issue.ts";
import type { AccessExpression, Expression } from "../../syntax/ast.ts";
import { ResourceType } from "../../types/resource-type.ts";
import { DEFAULT } from "../../values/default.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { typeNameOf } from "../type-name.ts";

/** The key of `Type[...]` that an issue is about; undefined when it is about the expression as a whole. */
export function blamedKey(
  type: Type,
  { code, message }: Issue,
  keys: readonly Value[],
  node: AccessExpression,
): Expression | undefined {
  switch (code) {
    case "BAD_TYPE_SLICE_ARITY":
      return type.name === "Regexp" ? node.keys[1] : undefined;
    case "BAD_TYPE_SLICE_TYPE":
    case "BAD_NOT_UNDEF_SLICE_TYPE":
      return node.keys[keys.findIndex((key) => !(key instanceof Type))];
    case "BAD_INTEGER_SLICE_TYPE":
    case "BAD_STRING_SLICE_TYPE":
    case "BAD_COLLECTION_SLICE_TYPE":
      return node.keys[keys.findIndex((key, i) => i >= firstSize(type) && !isSize(key))];
    case "BAD_TYPE_SPECIALIZATION":
      return node.keys[specializationKey(type, message, keys)];
    default:
      return /^ILLEGAL_/.test(code) ? node.keys[0] : undefined;
  }
}

/** Where the keys begin that say how many elements there may be. */
function firstSize({ name }: Type): number {
  if (name === "Hash") return 2;
  return name === "Array" ? 1 : 0;
}

function isSize(key: Value): boolean {
  return typeof key === "bigint" || key === DEFAULT;
}

/** The words name the type of the key; counting titles, Puppet forgets the type that stands before them. */
function specializationKey(type: Type, message: string, keys: readonly Value[]): number {
  const named = keys.findIndex((key) => message.includes(`Cannot use ${typeNameOf(key)} where`));
  const skipped = type instanceof ResourceType && type.typeName === undefined ? 1 : 0;
  return Math.max(named - skipped, 0);
}
