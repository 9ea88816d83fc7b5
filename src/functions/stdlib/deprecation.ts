import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";

/** Warns, once for a key, that something should no longer be used. */
export const deprecation = defineFunction("deprecation", {
  params: [param("String", "key"), param("String", "message")],
  body(call, key: string, message: string) {
    deprecated(call, key, message);
    return null;
  },
});

const warned = new WeakMap<object, Set<string>>();

/** The warning of stdlib's function: an error when the setting `strict` says so, nothing when it is off. */
export function deprecated({ compilation, place }: Call, key: string, words: string): void {
  const { strict, other } = compilation.settings;
  // The function prints the two innermost frames of the stack where it means to print a file and a line.
  const file = rubyInspect(place.file ?? "unknown");
  const message = `${words} at [${file}, ${place.line ?? 1}]:[${file}, 0]`;
  if (strict === "error") fail("RUNTIME_ERROR", `deprecation. ${key}. ${message}`);
  if (strict === "off" || process.env.STDLIB_LOG_DEPRECATIONS === "false") return;
  if (other.disable_warnings?.includes("deprecations")) return;
  const keys = warned.get(compilation) ?? new Set();
  warned.set(compilation, keys);
  if (keys.has(key)) return;
  keys.add(key);
  const folder = compilation.environment.module("stdlib")?.path ?? "stdlib";
  const source = `${folder}/lib/puppet/functions/deprecation.rb:36:in \`deprecation'`;
  compilation.log({ level: "warning", message: `${message}\n   (location: ${source})` });
}
