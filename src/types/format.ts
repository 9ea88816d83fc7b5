import type { Type } from "./type.ts";
import { TypeFormat } from "./type-format.ts";

/** The expression of a type; with `expanded`, what aliases and Object types stand for is written out once. */
export function formatType(type: Type, options: { readonly expanded?: boolean } = {}): string {
  return type.describe(options.expanded ? new TypeFormat("expanded") : TypeFormat.plain);
}
