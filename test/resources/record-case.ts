import { expect, it } from "vitest";
import type { Value } from "../../src/values/value.ts";
import { applied, catalogOf } from "../apply/catalog.ts";
import { MemoryMachine, type MemorySetup } from "../machine/memory.ts";

/** Entries of a record file before and after, and what is said of them (without `Notice: /Stage[main]/Main/`). */
export interface RecordCase {
  readonly about: string;
  /** Titles and attributes. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** What is in the file before; undefined: there is none. */
  readonly before?: string;
  /** What is in it after, without the comment at its head; by default what was before. */
  readonly after?: string;
  readonly says?: readonly string[];
  /** What is said again the second time. */
  readonly again?: readonly string[];
}

/** Apply each case's resources twice to a file. */
export function recordCases(
  type: string,
  path: string,
  cases: readonly RecordCase[],
  setup: MemorySetup = {},
): void {
  it.each(cases)("$about", async ({ resources, before, after = before, says = [], again = [] }) => {
    const files = { ...setup.files, ...(before === undefined ? {} : { [path]: before }) };
    const machine = new MemoryMachine({ ...setup, files });
    const host = {
      fact: () => undefined,
      command: (name: string) => machine.which(name),
      exists: () => true,
    };
    const rows = Object.entries(resources).map(([title, parameters]) => ({ type, title, parameters }));
    const said = async (): Promise<string[]> => {
      const { lines } = await applied(catalogOf(rows), machine, { host });
      return lines.map((line) => line.replace("Notice: /Stage[main]/Main/", ""));
    };
    expect(await said()).toEqual(says);
    const text = machine.stat(path) && machine.readFile(path).toString("utf8");
    expect(text && withoutHeader(text)).toBe(after);
    expect(await said()).toEqual(again);
    expect(machine.stat(path) && machine.readFile(path).toString("utf8")).toBe(text);
  });
}

/** A file without the comment at its head, in which the time is. */
export function withoutHeader(text: string): string {
  return text.replace(/^# HEADER.*\n/gm, "");
}
