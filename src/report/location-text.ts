import type { Place } from "../diagnostics/issue.ts";

/** A place as Puppet puts it behind a message, with a blank before it; empty when nothing is known. */
export function locationText({ file, line, column }: Place): string {
  const parts = [
    file && `file: ${file}`,
    line && `line: ${line}`,
    line && column && `column: ${column}`,
  ].filter(Boolean);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** A place as editors and compilers write it: `file:line:column`. */
export function shortLocation({ file, line, column }: Place): string {
  return [file ?? "(command line)", line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(":");
}
