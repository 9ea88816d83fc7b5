import type { Place } from "../diagnostics/issue.ts";
import { locationText } from "../diagnostics/puppet-text.ts";

/** A warning that ends, on a line of its own, with where the resource is declared, as Puppet's deprecations do. */
export function atPlace(message: string, { file, line }: Place): string {
  return `${message}\n   ${locationText({ file, line }) || "(file & line not available)"}`;
}
