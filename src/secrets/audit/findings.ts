import type { AuditedValue } from "./audited-value.ts";
import type { FileValue } from "./file-values.ts";

/** Something that an audit has to say. Only errors make it fail. */
export interface Finding {
  readonly level: "error" | "warning";
  readonly rule: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly key?: string | undefined;
  readonly message: string;
}

/** A finding about a value. */
export function findingAt(
  value: FileValue,
  rule: string,
  message: string,
  level: Finding["level"] = "error",
): Finding {
  return { level, rule, file: value.file.name, line: value.line, key: value.key, message };
}

/** A rule looks at all values of a site. */
export type Rule = (values: readonly AuditedValue[]) => Iterable<Finding>;
