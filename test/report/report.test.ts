import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { exitCodeOf } from "../../src/report/exit-code.ts";
import { Redactor } from "../../src/report/redactor.ts";
import { writeReport } from "../../src/report/write-report.ts";
import { Sensitive } from "../../src/values/sensitive.ts";
import { applied, catalogOf, type Row } from "../apply/catalog.ts";
import { MemoryMachine } from "../machine/memory.ts";

const good: Row = { type: "File", title: "/good", parameters: { content: "x" } };
const bad: Row = { type: "File", title: "/no/bad", parameters: { content: "x" } };
const none: Row = { type: "File", title: "/none", parameters: { ensure: "absent" } };

describe("exit codes", () => {
  const rows: [string, Row[], detailed: number, plain: number, puppet: number][] = [
    ["nothing to do", [none], 0, 0, 0],
    ["changes", [good], 2, 0, 0],
    ["failures", [bad], 4, 4, 0],
    ["both", [good, bad], 6, 6, 0],
  ];
  test.each(rows)("%s", async (_what, resources, detailed, plain, puppet) => {
    const { report } = await applied(catalogOf(resources), new MemoryMachine());
    expect(exitCodeOf(report, { detailed: true, asPuppet: false })).toBe(detailed);
    expect(exitCodeOf(report, { detailed: false, asPuppet: false })).toBe(plain);
    expect(exitCodeOf(report, { detailed: false, asPuppet: true })).toBe(puppet);
  });
});

test("the report of a run in Puppet's shape, without secrets", async () => {
  const machine = new MemoryMachine();
  const redactor = new Redactor();
  const secret: Row = { type: "File", title: "/s", parameters: { content: new Sensitive("hunter2") } };
  const { report } = await applied(catalogOf([good, bad, secret], ["File[/no/bad] -> File[/s]"]), machine, {
    redactor,
  });
  const logs = [{ level: "notice" as const, message: "it was hunter2", time: new Date(0) }];
  const files = { report: "/last_run_report.yaml", summary: "/last_run_summary.yaml" };
  await writeReport(files, report, logs, "7.23.0", redactor, machine);
  const data = parse(machine.text(files.report));
  expect(machine.text(files.report)).not.toContain("hunter2");
  expect(data).toMatchObject({
    host: "node",
    status: "failed",
    report_format: 12,
    environment: "production",
  });
  expect(data.logs[0].message).toBe("it was [redacted]");
  expect(data.resource_statuses["File[/good]"]).toMatchObject({
    ...{ resource_type: "File", changed: true, failed: false, skipped: false, change_count: 1 },
    containment_path: ["Stage[main]", "Main", "File[/good]"],
    events: [
      {
        property: "ensure",
        status: "success",
        name: "file_created",
        previous_value: "absent",
        desired_value: "file",
      },
    ],
    steps: ["write /good (1 bytes)"],
  });
  expect(data.resource_statuses["File[/s]"]).toMatchObject({ skipped: true, failed: false });
  const summary = parse(machine.text(files.summary));
  expect(summary.resources).toMatchObject({ total: 3, changed: 1, failed: 1, skipped: 1, out_of_sync: 2 });
  expect([summary.events, summary.changes]).toEqual([{ total: 2, failure: 1, success: 1 }, { total: 1 }]);
});
