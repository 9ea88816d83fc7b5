import { expect, test } from "vitest";
import { run } from "../../src/machine/step.ts";
import { defineType } from "../../src/resources/define.ts";
import { oneOf } from "../../src/resources/kind.ts";
import { findType } from "../../src/resources/types.ts";
import { MemoryMachine } from "../machine/memory.ts";
import { applied, catalogOf } from "./catalog.ts";

const daemon = defineType({
  name: "daemon",
  doc: "A process that is started and restarted.",
  key: "name",
  settings: {},
  state: { ensure: oneOf("stopped", "running") },
  traits: { ensure: { invalidatesRefresh: (to) => to === "running" } },
});

/** What is run for a daemon that is found in one state, should run, and is notified by a file that is made. */
async function commandsFor(found: "stopped" | "running"): Promise<readonly string[]> {
  const provider = daemon.provider({
    name: "memory",
    read: () => ({ ensure: found }),
    change: { ensure: (to) => [run(to === "running" ? "start" : "stop")] },
    refresh: () => [run("restart")],
  });
  const machine = new MemoryMachine({ answer: () => ({}) });
  const rows = [
    { type: "File", title: "/conf", parameters: { ensure: "file", content: "x" } },
    { type: "Daemon", title: "d", parameters: { ensure: "running" } },
  ];
  await applied(catalogOf(rows, ["File[/conf] ~> Daemon[d]"]), machine, {
    typeOf: (name) => (name === "Daemon" ? daemon.with(provider) : findType(name)),
  });
  return machine.ran;
}

test("what runs already is restarted when it is notified", async () => {
  expect(await commandsFor("running")).toEqual(["restart"]);
});

test("what was just started is not restarted as well", async () => {
  expect(await commandsFor("stopped")).toEqual(["start"]);
});
