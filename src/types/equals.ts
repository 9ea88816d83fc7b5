import type { Type } from "./type.ts";

/** Whether two types describe the same instances: equal, or assignable to each other. */
export function sameInstances(a: Type, b: Type): boolean {
  return a.equals(b) || (a.isAssignable(b) && b.isAssignable(a));
}
