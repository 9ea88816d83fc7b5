import type { Place } from "../diagnostics/issue.ts";

/** A place as editors and compilers write it: `file:line:column`. */
export function shortLocation({ file, line, column }: Place): string {
  const parts = [file ?? "(command line)", line, line === undefined ? undefined : column];
  return parts.filter((part) => part !== undefined).join(":");
}
