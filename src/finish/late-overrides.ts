import type { Compilation } from "../evaluate/compilation.ts";
import { mergeOverride } from "../evaluate/declare/override.ts";

/** Lay overrides over resources that were declared after them. */
export function applyLateOverrides(compilation: Compilation): void {
  const { overrides } = compilation.catalog;
  if (overrides.size === 0) return;
  for (const resource of compilation.catalog.resources()) {
    const ref = resource.reference;
    for (const override of overrides.get(ref) ?? []) mergeOverride(resource, override, compilation);
    overrides.delete(ref);
  }
}
