import { describe, expect, test } from "vitest";
import type { Value } from "../../../src/values/value.ts";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { MemoryMachine, type MemorySetup } from "../../machine/memory.ts";

const files: MemorySetup["files"] = {
  "/m/ntp/files/ntp.conf": "from the module",
  "/m/ntp/files/a b.conf": "with a blank",
  "/m/ntp/metadata.json": "not served",
  "/here": "from here",
  "/pipe": { kind: "fifo" },
};
const modulePath = (module: string) => (module === "ntp" ? "/m/ntp" : undefined);

describe("where contents come from", () => {
  const missing = (sources: string) =>
    `Could not evaluate: Could not retrieve information from environment production source(s) ${sources}`;
  const rows: [Value, string][] = [
    ["puppet:///modules/ntp/ntp.conf", "from the module"],
    ["puppet://server/modules/ntp/ntp.conf", "from the module"],
    ["puppet:///modules/ntp/a b.conf", "with a blank"],
    ["file:///here", "from here"],
    ["/here", "from here"],
    [["/gone", "puppet:///modules/nosuch/x", "puppet:///modules/ntp/ntp.conf", "/here"], "from the module"],
    ["puppet:///modules/ntp/gone", missing("puppet:///modules/ntp/gone")],
    ["puppet:///modules/nosuch/x", missing("puppet:///modules/nosuch/x")],
    ["puppet:///modules/ntp/../metadata.json", missing("puppet:///modules/ntp/../metadata.json")],
    ["puppet:///mount/x", missing("puppet:///mount/x")],
    [
      "/pipe",
      "Could not evaluate: Could not retrieve file metadata for file:///pipe: Cannot manage files of type fifo",
    ],
  ];
  test.each(rows)("%s", async (source, expected) => {
    const machine = new MemoryMachine({ files: files ?? {} });
    const { lines } = await applied(
      catalogOf([{ type: "File", title: "/x", parameters: { source } }]),
      machine,
      { modulePath },
    );
    const got =
      machine.lstat("/x") === undefined
        ? lines[0]!.replace("Error: /Stage[main]/Main/File[/x]: ", "")
        : machine.text("/x");
    expect(got).toBe(expected);
  });
});
