import { readFileSync } from "node:fs";
import { join } from "node:path";

const TABLES = join(import.meta.dirname, "tables");

/** A row of a table: what is asked, and what the real Puppet 7.23 answered. */
export interface Row {
  readonly asked: string;
  readonly answer: string;
}

/** The rows of a table: a line that asks, and under it the answer, indented by four. */
export function table(name: string): Row[] {
  const rows: { asked: string; answer: string[] }[] = [];
  for (const line of lines(name)) {
    if (line.startsWith("    ")) rows.at(-1)!.answer.push(line.slice(4));
    else rows.push({ asked: line, answer: [] });
  }
  return rows.map(({ asked, answer }) => ({ asked, answer: answer.join("\n") }));
}

/** The lines of a table. */
export function lines(name: string): string[] {
  return text(name).trimEnd().split("\n");
}

/** The whole of a table. */
export function text(name: string): string {
  return readFileSync(join(TABLES, name), "utf8");
}
