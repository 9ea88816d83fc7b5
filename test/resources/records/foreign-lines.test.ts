import { expect, it } from "vitest";
import { lineFormat } from "../../../src/resources/records/entries.ts";
import { plainFiles } from "../../../src/resources/records/plain-file.ts";
import { RecordFiles } from "../../../src/resources/records/record-files.ts";
import { findType } from "../../../src/resources/types.ts";
import type { Value } from "../../../src/values/value.ts";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { MemoryMachine } from "../../machine/memory.ts";

/** A file of a type, and a resource that changes it. */
const CHANGES: readonly { type: string; path: string; parameters: Record<string, Value> }[] = [
  { type: "Host", path: "/etc/hosts", parameters: { ip: "10.9.8.7" } },
  { type: "Mailalias", path: "/etc/aliases", parameters: { recipient: "me" } },
  { type: "Sshkey", path: "/etc/ssh/ssh_known_hosts", parameters: { type: "rsa", key: "AAAA" } },
];

const PIECES = [
  "#",
  " ",
  "\t",
  "a",
  "10.0.0.1",
  ":",
  ",",
  '"',
  "ssh-rsa",
  "\xff",
  "ü",
  "* * * * *",
  "0",
  "=",
  "@",
  "\r",
  "\\",
];
const ENDS = ["\n", "\n", "\r\n", "\n\n"];

it.each(CHANGES)(
  "$type keeps all bytes but blanks of what it does not manage",
  async ({ type, path, parameters }) => {
    const random = numbers(type.length);
    for (let round = 0; round < 150; round++) {
      const before = Buffer.from(text(random), "latin1");
      const machine = new MemoryMachine({ files: { [path]: { content: before, mode: 0o640, uid: 7 } } });
      const host = { fact: () => undefined, command: () => undefined, exists: () => true };
      await applied(catalogOf([{ type, title: "added.example", parameters }]), machine, { host });
      const after = machine.readFile(path).toString("latin1");
      const kept = after.replace(/^# HEADER.*\n/gm, "").replace(/[^\n]*added\.example[^\n]*\n$/, "");
      expect(withoutBlanks(kept)).toBe(withoutBlanks(withEnd(before.toString("latin1"))));
      expect(machine.stat(path)).toMatchObject({ mode: 0o640, uid: 7 });
    }
  },
);

it("knows a type for each", () => {
  for (const { type } of CHANGES) expect(findType(type)).toBeDefined();
});

it("sees what others write into a file between two resources", async () => {
  const format = lineFormat(
    (line) => (line.startsWith("k ") ? { name: line.slice(2) } : undefined),
    ({ name }) => `k ${name}`,
  );
  const machine = new MemoryMachine({ files: { "/f": "k a\n" } });
  const files = new RecordFiles(format, plainFiles());
  await files.look(["/f"], machine);
  await machine.replaceFile("/f", { content: Buffer.from("k a\nforeign\n") });
  await files.look(["/f"], machine);
  const [step] = files.change(undefined, { name: "b" }, "/f", new Date(0));
  expect(step).toMatchObject({ kind: "write", path: "/f" });
  expect(String(step?.kind === "write" && step.content)).toMatch(/\nk a\nforeign\nk b\n$/);
});

function text(random: () => number): string {
  const line = () => Array.from({ length: random() % 7 }, () => PIECES[random() % PIECES.length]).join("");
  return Array.from({ length: random() % 9 }, () => line() + ENDS[random() % ENDS.length]).join("");
}

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  };
}

function withoutBlanks(text: string): string {
  return text.replace(/[ \t]/g, "");
}

function withEnd(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
