import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { instanceOf } from "../../src/boot/instance.ts";
import { BootJournal } from "../../src/boot/journal.ts";
import { type BootOutcome, statusCode, statusNow } from "../../src/boot/status.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "memory-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("which instance a machine is", () => {
  it.each<[Record<string, string>, string]>([
    [{ "/var/lib/cloud/data/instance-id": "i-1\n", "/etc/machine-id": "m" }, "i-1"],
    [{ "/run/cloud-init/.instance-id": "i-2\n", "/etc/machine-id": "m" }, "i-2"],
    [{ "/run/cloud-init/instance-data.json": '{"v1":{"instance_id":"i-3"}}', "/etc/machine-id": "m" }, "i-3"],
    [{ "/run/cloud-init/instance-data.json": "{", "/etc/machine-id": "m\n" }, "m"],
  ])("%j", (files, id) => expect(instanceOf((path) => files[path]).id).toBe(id));

  it("is not known to an image that has never been booted", () => {
    expect(() => instanceOf((path) => (path === "/etc/machine-id" ? "uninitialized\n" : undefined))).toThrow(
      /^Nothing says which instance this machine is/,
    );
  });
});

describe("the journal", () => {
  const reopened = () => new BootJournal(directory);

  it("remembers what is done, for one instance and one bundle", () => {
    const journal = reopened();
    journal.begin("i", "d", "from");
    expect(reopened().isDone("i", "d")).toBe(false);
    journal.end("done");
    const asked = [
      ["i", "d"],
      ["j", "d"],
      ["i", "e"],
    ].map(([i, d]) => reopened().isDone(i!, d!));
    expect(asked).toEqual([true, false, false]);
    expect([reopened().wasDoneFrom("i", "from"), reopened().wasDoneFrom("i", "else")]).toEqual([true, false]);
  });

  it("counts beginnings without an end", () => {
    const begun = [1, 2, 3].map(() => reopened().begin("i", "d", "from"));
    expect(begun).toEqual([1, 2, 3]);
    expect(reopened().begin("i", "another", "from")).toBe(1);
  });

  it("begins to count anew after a failure", () => {
    const journal = reopened();
    journal.begin("i", "d", "from");
    journal.end("failed");
    expect(reopened().isDone("i", "d")).toBe(false);
    expect(reopened().begin("i", "d", "from")).toBe(1);
  });

  it.each(["", "{", "[]", "null", '{"state":"done"}'])("that says %j says nothing", (text) => {
    writeFileSync(join(directory, "journal.json"), text);
    expect(reopened().last).toBeUndefined();
  });
});

describe("the status", () => {
  it.each<[BootOutcome, number]>([
    ["not started", 0],
    ["running", 0],
    ["done", 0],
    ["failed", 1],
    ["degraded", 2],
  ])("%s ends with %i", (status, code) => {
    expect(statusCode({ status, phase: "", detail: "", errors: [], warnings: [] })).toBe(code);
  });

  it.each<[string, string]>([
    ["", "not started"],
    ["{", "not started"],
    ['{"status":"running","phase":"apply","errors":[],"process":{"pid":1,"started":"never"}}', "failed"],
    ['{"status":"running","phase":"apply","errors":[]}', "failed"],
    ['{"status":"degraded","phase":"apply","errors":[]}', "degraded"],
  ])("of a file that says %j", (text, status) => {
    const file = join(directory, "status.json");
    writeFileSync(file, text);
    expect(statusNow(file).status).toBe(status);
  });
});
