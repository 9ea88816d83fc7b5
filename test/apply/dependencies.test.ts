import { describe, expect, test } from "vitest";
import { Deferred } from "../../src/values/deferred.ts";
import { MemoryMachine } from "../machine/memory.ts";
import { applied, catalogOf, type Row } from "./catalog.ts";

const files = (...titles: string[]): Row[] =>
  titles.map((title) => ({
    type: "File",
    title,
    parameters: { ensure: title.endsWith("d") ? "directory" : "file" },
  }));

async function orderOf(rows: Row[], edges: string[] = []): Promise<string[]> {
  const { report } = await applied(catalogOf(rows, edges), new MemoryMachine());
  return report.outcomes.map(({ title }) => title);
}

describe("the order", () => {
  const class1: Row[] = [
    { type: "Class", title: "one" },
    { type: "Notify", title: "in one", in: "Class[one]" },
  ];
  const rows: [string, Row[], string[], string[]][] = [
    ["is that of declaration", files("/b", "/a"), [], ["/b", "/a"]],
    ["follows arrows", files("/b", "/a"), ["File[/a] -> File[/b]"], ["/a", "/b"]],
    ["puts directories before what is in them", files("/d/x", "/d"), [], ["/d", "/d/x"]],
    ["even with directories between that are not managed", files("/d/a/b/x", "/d"), [], ["/d", "/d/a/b/x"]],
    [
      "puts a link after its target",
      [{ type: "File", title: "/l", parameters: { ensure: "/t" } }, ...files("/t")],
      [],
      ["/t", "/l"],
    ],
    [
      "puts an explicit arrow before an automatic one",
      files("/d/x", "/d"),
      ["File[/d/x] -> File[/d]"],
      ["/d/x", "/d"],
    ],
    [
      "lets a class wait for a resource",
      [...class1, ...files("/a")],
      ["File[/a] -> Class[one]"],
      ["/a", "in one"],
    ],
    [
      "lets a resource wait for a class",
      [...files("/a"), ...class1],
      ["Class[one] -> File[/a]"],
      ["in one", "/a"],
    ],
  ];
  test.each(rows)("%s", async (_what, resources, edges, expected) =>
    expect(await orderOf(resources, edges)).toEqual(expected),
  );
});

test("a cycle through an automatic dependency is refused before anything is done", async () => {
  const rows: Row[] = [...files("/d", "/d/x"), { type: "Exec", title: "/bin/true" }];
  const run = applied(
    catalogOf(rows, ["File[/d/x] -> Exec[/bin/true]", "Exec[/bin/true] -> File[/d]"]),
    new MemoryMachine(),
  );
  await expect(run).rejects.toThrow(
    "Found 1 dependency cycle:\n(Exec[/bin/true] => File[/d] => File[/d/x] => Exec[/bin/true])",
  );
});

test("a cycle through an automatic dependency is told with the reason of every step", async () => {
  const rows: Row[] = [...files("/d", "/d/x"), { type: "Exec", title: "/bin/true" }];
  const edges = ["File[/d/x] -> Exec[/bin/true]", "Exec[/bin/true] -> File[/d]"];
  const failure = await applied(catalogOf(rows, edges), new MemoryMachine()).catch((error) => error);
  expect(failure.issue.related.map(({ message }: { message: string }) => message)).toContain(
    "File[/d] comes before File[/d/x]: autorequire of File[/d/x]",
  );
});

test("unknown types are refused together, before anything is done", async () => {
  const machine = new MemoryMachine();
  const unknown: Row[] = ["a", "b"].map((title) => ({ type: "Frobnicate", title }));
  const run = applied(catalogOf([...files("/x"), ...unknown, { type: "Zone", title: "c" }]), machine);
  await expect(run).rejects.toMatchObject({
    issue: {
      message: "Could not find a suitable provider for frobnicate, zone",
      hint: "Frobnicate[a] and 2 more cannot be managed: this program has no resource type 'frobnicate', 'zone'.",
    },
  });
  expect(machine.lstat("/x")).toBeUndefined();
});

test("deferred values are worked out before anything is applied", async () => {
  const machine = new MemoryMachine();
  const rows: Row[] = [{ type: "File", title: "/x", parameters: { content: new Deferred("get", ["v"]) } }];
  await applied(catalogOf(rows), machine, { resolve: ({ name, args }) => `${name} ${String(args?.[0])}` });
  expect(machine.text("/x")).toBe("get v");
});

test("aliases and keys stand for their resource in automatic dependencies", async () => {
  const rows: Row[] = [
    ...files("/d/x"),
    { type: "File", title: "the dir", parameters: { path: "/d", ensure: "directory" } },
  ];
  expect(await orderOf(rows)).toEqual(["the dir", "/d/x"]);
});

test("relationships find resources by their keys and aliases", async () => {
  const rows: Row[] = [
    ...files("/a"),
    { type: "File", title: "b", parameters: { path: "/b", ensure: "file" } },
    { type: "Notify", title: "n", parameters: { alias: "m" } },
  ];
  expect(await orderOf(rows, ["File[/b] -> File[/a]", "Notify[m] -> File[/b]"])).toEqual(["n", "b", "/a"]);
});
