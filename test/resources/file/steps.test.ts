import { describe, expect, test } from "vitest";
import type { Value } from "../../../src/values/value.ts";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { MemoryMachine, type MemorySetup } from "../../machine/memory.ts";

type Row = [what: string, files: MemorySetup["files"], parameters: Record<string, Value>, steps: string[]];

const users = { bob: 1000 };
const file = (rest: Record<string, Value>): Record<string, Value> => ({ ensure: "file", ...rest });

const rows: Row[] = [
  ["a new empty file", {}, file({}), ["write /x (0 bytes)"]],
  ["a new file", {}, { content: "hello" }, ["write /x (5 bytes)"]],
  ["a file that is right", { "/x": "hello" }, { content: "hello" }, []],
  ["other content", { "/x": "hollo" }, { content: "hello" }, ["write /x (5 bytes)"]],
  ["other mode", { "/x": "hello" }, { content: "hello", mode: "0600" }, ["chmod 0600 /x"]],
  ["other owner and group", { "/x": "" }, file({ owner: "bob", group: "0" }), ["chown -h bob /x"]],
  ["a link in the way of a file", { "/x": { kind: "link", target: "/y" } }, file({}), ["write /x (0 bytes)"]],
  ["a directory in the way", { "/x/a": "" }, file({ force: true }), ["rm -r /x", "write /x (0 bytes)"]],
  [
    "a new directory",
    {},
    { ensure: "directory", mode: "0750", owner: "bob" },
    ["mkdir -m 0750 /x", "chown -h bob /x"],
  ],
  ["a file in the way of a directory", { "/x": "" }, { ensure: "directory" }, ["rm /x", "mkdir /x"]],
  ["a new link", {}, { ensure: "/y" }, ["ln -s /y /x"]],
  [
    "a link elsewhere",
    { "/x": { kind: "link", target: "/z" } },
    { ensure: "link", target: "/y" },
    ["rm /x", "ln -s /y /x"],
  ],
  ["a file removed", { "/x": "" }, { ensure: "absent" }, ["rm /x"]],
  [
    "a directory kept",
    { "/x/a": "" },
    { ensure: "absent" },
    ["Not removing directory; use 'force' to override"],
  ],
  ["a directory removed", { "/x/a": "" }, { ensure: "absent", force: true }, ["rm -r /x"]],
  ["nothing to remove", {}, { ensure: "absent" }, []],
  ["a pipe in the way of a file", { "/x": { kind: "fifo" } }, { content: "a" }, ["write /x (1 bytes)"]],
  ["a socket in the way of a file", { "/x": { kind: "socket" } }, { content: "a" }, ["write /x (1 bytes)"]],
  [
    "a backup first",
    { "/x": "old" },
    { content: "new", backup: true },
    ["cp -a /x /x.puppet-bak", "write /x (3 bytes)"],
  ],
  ["a bucket is left aside", { "/x": "old" }, { content: "new", backup: "main" }, ["write /x (3 bytes)"]],
  ["a copy", { "/s": "src" }, { source: "/s" }, ["write /x (from /s)"]],
  ["a copy that is right", { "/s": "src", "/x": "src" }, { source: "/s" }, []],
  ["a copy of a directory's self", { "/s/f": "src" }, { source: "/s" }, ["mkdir /x"]],
  [
    "permissions of the source",
    { "/s": { mode: 0o600, uid: 1000 }, "/x": "" },
    { source: "/s", source_permissions: "use" },
    ["chown -h bob /x", "chmod 0600 /x"],
  ],
  ["nothing asked, nothing there", {}, { mode: "0600" }, []],
  ["kept as it is", { "/x": "mine" }, { content: "theirs", replace: false }, []],
];

describe("from what is there to what is wanted", () => {
  test.each(rows)("%s", async (_what, files, parameters, steps) => {
    const machine = new MemoryMachine({ files: files ?? {}, users });
    const catalog = catalogOf([{ type: "File", title: "/x", parameters }]);
    const dry = await applied(catalog, machine, { noop: true });
    expect(dry.report.outcomes[0]!.steps).toEqual(steps);
    const wet = await applied(catalog, machine);
    expect(wet.report.outcomes[0]!.steps).toEqual(steps);
    const again = await applied(catalog, machine);
    if (!steps.some((step) => step.startsWith("Not removing")))
      expect(again.lines.filter((line) => !line.includes("deprecated"))).toEqual([]);
  });
});

test.each(["characterSpecial", "blockSpecial"] as const)("a %s is never replaced", async (kind) => {
  for (const wanted of [file({}), { content: "a" }, { ensure: "directory" }, { ensure: "absent" }]) {
    const machine = new MemoryMachine({ files: { "/x": { kind } }, users });
    const { lines } = await applied(catalogOf([{ type: "File", title: "/x", parameters: wanted }]), machine);
    expect(lines.join("\n")).toContain(`Could not remove files of type ${kind}`);
    expect(machine.lstat("/x")?.kind).toBe(kind);
  }
});
