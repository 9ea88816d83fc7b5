import { describe, expect, test } from "vitest";
import { run } from "../../src/machine/step.ts";
import { defineType } from "../../src/resources/define.ts";
import { oneOf, withDefault } from "../../src/resources/kind.ts";
import { MemoryMachine } from "../machine/memory.ts";
import { applied, catalogOf, type Row } from "./catalog.ts";

const thing = defineType({
  name: "thing",
  doc: "A thing that can be made together with others.",
  key: "name",
  settings: {},
  state: { ensure: withDefault(oneOf("present", "absent"), "present") },
});

const maker = thing.provider({
  name: "maker",
  read: async ({ name }, machine) => {
    const { code } = await machine.run({ argv: ["has", name] });
    return { ensure: code === 0 ? "present" : "absent" };
  },
  change: { ensure: (to, { name }) => [run(to === "present" ? "make" : "unmake", name)] },
  merge: (steps) => {
    const runs = steps.flat().filter((step) => step.kind === "run");
    const verbs = new Set(runs.map((step) => step.argv[0]!));
    return verbs.size === 1 ? [run([...verbs][0]!, ...runs.map((step) => step.argv[1]!))] : undefined;
  },
});

/** A machine with things; making those called bad fails, and all made with them. */
function workshop(...there: string[]): MemoryMachine {
  const things = new Set(there);
  return new MemoryMachine({
    answer(command) {
      const [verb, ...names] = command.split(" ");
      if (verb === "has") return { code: things.has(names[0]!) ? 0 : 1 };
      if (names.includes("bad")) return { code: 1, output: "bad thing" };
      for (const name of names) verb === "make" ? things.add(name) : things.delete(name);
      return {};
    },
  });
}

const typeOf = (name: string) => (name === "Thing" ? thing.with(maker) : undefined);
const things = (...names: string[]): Row[] => names.map((title) => ({ type: "Thing", title }));
const changes = (machine: MemoryMachine) => machine.ran.filter((command) => !command.startsWith("has"));

describe("neighbours' steps", () => {
  const rows: [string, Row[], string[], string[], string[]][] = [
    ["are joined", things("a", "b", "c"), [], [], ["make a b c"]],
    ["of what is there are none", things("a", "b", "c"), ["b"], [], ["make a c"]],
    [
      "are not joined along a dependency",
      things("a", "b", "c"),
      [],
      ["Thing[a] -> Thing[b]"],
      ["make a", "make b c"],
    ],
    ["of one resource are as they are", things("a"), [], [], ["make a"]],
    [
      "are done one by one when they fail together",
      things("a", "bad", "c"),
      [],
      [],
      ["make a bad c", "make a", "make bad", "make c"],
    ],
    [
      "of noop resources are left out",
      [{ type: "Thing", title: "n", parameters: { noop: true } }, ...things("a", "b")],
      [],
      [],
      ["make a b"],
    ],
    [
      "of different kinds stay apart",
      [...things("a"), { type: "Thing", title: "b", parameters: { ensure: "absent" } }],
      ["b"],
      [],
      ["make a", "unmake b"],
    ],
  ];
  test.each(rows)("%s", async (_what, resources, there, edges, expected) => {
    const machine = workshop(...there);
    await applied(catalogOf(resources, edges), machine, { typeOf });
    expect(changes(machine)).toEqual(expected);
  });

  test("are told one by one, and the failure finds the one it belongs to", async () => {
    const { report, lines } = await applied(catalogOf(things("a", "bad", "c")), workshop(), { typeOf });
    expect(lines).toEqual([
      "Notice: /Stage[main]/Main/Thing[a]/ensure: created",
      "Error: Execution of 'make bad' returned 1: bad thing",
      "Error: /Stage[main]/Main/Thing[bad]/ensure: change from 'absent' to 'present' failed: Execution of 'make bad' returned 1: bad thing",
      "Notice: /Stage[main]/Main/Thing[c]/ensure: created",
    ]);
    expect(report.outcomes.map(({ title, failed }) => [title, failed])).toEqual([
      ["a", false],
      ["bad", true],
      ["c", false],
    ]);
  });
});
