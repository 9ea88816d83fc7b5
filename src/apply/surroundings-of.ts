import type { Catalog } from "../catalog/catalog.ts";
import type { Surroundings } from "../resources/surroundings.ts";
import { atPlace } from "./at-place.ts";
import type { Managed } from "./managed.ts";
import type { ApplyOptions } from "./options.ts";
import type { Registry } from "./registry.ts";

/** What the provider of a resource may know of the run. */
export function surroundingsOf(
  resource: Managed,
  survey: unknown,
  registry: Registry,
  catalog: Catalog,
  options: ApplyOptions,
  warnOnce: (message: string) => void,
): Surroundings {
  return {
    noop: resource.noop,
    refreshing: false,
    cut: options.cut,
    goOn: () => options.goOn?.(),
    secret: resource.secret,
    survey,
    showDiff: options.showDiff ?? false,
    diff: options.diff ?? ["diff", "-u"],
    environment: catalog.environment,
    parameters: resource.parameters,
    say: (level, message, state) =>
      options.log({ level, message, source: sourceOf(resource, state), place: resource.place }),
    warnOnce: (message, placed) => warnOnce(placed ? atPlace(message, resource.place) : message),
    modulePath: (module) => options.modulePath?.(module),
    has: (type, name) => registry.find(type, name) !== undefined,
  };
}

function sourceOf({ path }: Managed, state: string | undefined): string {
  return state === undefined ? path : `${path}/${state}`;
}
