import { DEFAULT } from "../values/default.ts";
import { Hash } from "../values/hash.ts";
import { toText } from "../values/to-text.ts";
import type { Value } from "../values/value.ts";

/** A value as Ruby prints it (`to_s`): some of Puppet's messages quote values this way. */
export function rubyText(value: Value): string {
  return Array.isArray(value) || value instanceof Hash ? inspected(value) : toText(value);
}

function inspected(value: Value): string {
  if (value === null) return "nil";
  if (value === DEFAULT) return ":default";
  if (typeof value === "string") return JSON.stringify(value).replace(/#(?=[{$@])/g, "\\#");
  if (Array.isArray(value)) return `[${value.map(inspected).join(", ")}]`;
  if (value instanceof Hash)
    return `{${[...value].map(([k, v]) => `${inspected(k)}=>${inspected(v)}`).join(", ")}}`;
  return toText(value);
}
