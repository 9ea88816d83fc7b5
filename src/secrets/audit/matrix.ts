import type { AuditedValue } from "./audited-value.ts";
import { type AuditKey, expiryText } from "./known-keys.ts";

/** How many values of each environment a key can read. */
export interface Matrix {
  /** Environments in the order of their files; data shared by all is `(all)`. */
  readonly columns: readonly { readonly name: string; readonly values: number }[];
  readonly rows: readonly { readonly key: AuditKey; readonly reads: readonly number[] }[];
}

const SHARED = "(all)";

/** Who can read what. */
export function matrixOf(values: readonly AuditedValue[]): Matrix {
  const groups = Map.groupBy(values, ({ value }) => value.file.environment ?? SHARED);
  const keys = new Map(values.flatMap(({ readers }) => readers.map((key) => [key.id, key] as const)));
  return {
    columns: [...groups].map(([name, own]) => ({ name, values: own.length })),
    rows: [...keys.values()].map((key) => ({
      key,
      reads: [...groups.values()].map(
        (own) => own.filter(({ readers }) => readers.some(({ id }) => id === key.id)).length,
      ),
    })),
  };
}

/** The matrix as lines of a table. */
export function matrixText({ columns, rows }: Matrix): string[] {
  const header = ["Key", ...columns.map(({ name }) => name), ""];
  const body = rows.map(({ key, reads }) => [
    key.label,
    ...reads.map((count, at) => (count === 0 ? "-" : `${count}/${columns[at]?.values}`)),
    key.known ? expiryText(key) : "public key not at hand",
  ]);
  const table = [header, ...body];
  const widths = header.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
