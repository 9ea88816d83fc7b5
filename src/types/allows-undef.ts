import type { Type } from "../values/type.ts";
import { AnyType } from "./any-type.ts";
import { OptionalType } from "./optional-type.ts";
import { UndefType } from "./undef-type.ts";
import { VariantType } from "./variant-type.ts";

/** Whether undef is among the values of a type, told from its shape: what the type is made of need not be known yet. */
export function allowsUndef(type: Type): boolean {
  const inner = type.unaliased();
  if (inner instanceof VariantType) return inner.types.some(allowsUndef);
  return [AnyType, OptionalType, UndefType].some((kind) => inner.constructor === kind);
}
