import { expect, test } from "vitest";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { MemoryMachine } from "../../machine/memory.ts";

test("an anchor is never changed and hands refreshes on", async () => {
  const rows = [
    { type: "Notify", title: "n" },
    { type: "Anchor", title: "here" },
    { type: "Exec", title: "/bin/x", parameters: { refreshonly: true } },
  ];
  const machine = new MemoryMachine({ files: { "/bin/x": { mode: 0o755 } }, answer: () => ({}) });
  const { lines } = await applied(
    catalogOf(rows, ["Notify[n] ~> Anchor[here]", "Anchor[here] ~> Exec[/bin/x]"]),
    machine,
  );
  expect(lines.slice(2)).toEqual([
    "Notice: /Stage[main]/Main/Anchor[here]: Triggered 'refresh' from 1 event",
    "Notice: /Stage[main]/Main/Exec[/bin/x]: Triggered 'refresh' from 1 event",
  ]);
  expect(machine.ran).toEqual(["/bin/x"]);
});
