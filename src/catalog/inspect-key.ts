import type { Value } from "../values/value.ts";

/** The parts of a key as Puppet's messages show them: `["File", "/x"]`, `nil` for parts that nobody gave. */
export function inspectKey(parts: readonly Value[]): string {
  return `[${parts.map((part) => (part === null ? "nil" : typeof part === "string" ? JSON.stringify(part) : String(part))).join(", ")}]`;
}
