import type { Place } from "../diagnostics/issue.ts";
import type { Compilation } from "../evaluate/compilation.ts";
import type { Call } from "../evaluate/functions/call.ts";

const given = new WeakMap<Compilation, Set<string>>();

/**
 * A deprecation warning, once per compilation and key, unless `disable_warnings` has `deprecations`. Most of
 * Puppet's name no place; those that do are given one.
 */
export function warnOnce(call: Call, key: string, message: string, place?: Place): void {
  const { compilation } = call;
  if (compilation.settings.disabledWarnings?.includes("deprecations")) return;
  let keys = given.get(compilation);
  if (!keys) {
    keys = new Set();
    given.set(compilation, keys);
  }
  if (keys.has(key)) return;
  keys.add(key);
  compilation.log({ level: "warning", message: `${message}\n   ${location(place)}` });
}

function location(place: Place | undefined): string {
  if (place?.file !== undefined && place.line !== undefined)
    return `(file: ${place.file}, line: ${place.line})`;
  if (place?.line !== undefined) return `(line: ${place.line})`;
  return "(file & line not available)";
}
