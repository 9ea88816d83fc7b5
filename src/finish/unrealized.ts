import { Failure } from "../diagnostics/failure.ts";
import type { Compilation } from "../evaluate/compilation.ts";

/** Fail when an override or `realize` names resources that nobody declared. */
export function refuseUnrealized({ catalog }: Compilation): void {
  const overrides = [...catalog.overrides].flatMap(([ref, waiting]) =>
    waiting.map(({ place }) => ({ ref, place })),
  );
  if (overrides.length > 0) {
    throw new Failure({
      code: "OVERRIDE_WITHOUT_RESOURCE",
      severity: "error",
      message: `Could not find resource(s) ${overrides.map(({ ref }) => ref).join(", ")} for overriding`,
      related: overrides.map(({ ref, place }) => ({ message: `${ref} is overridden here`, place })),
    });
  }
  const unresolved = [...catalog.collectors].flatMap((collector) => collector.unresolved());
  if (unresolved.length === 0) return;
  throw new Failure({
    code: "UNREALIZED_RESOURCES",
    severity: "error",
    message: `Failed to realize virtual resources ${unresolved.join(", ")}`,
  });
}
