import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Failure } from "../../src/diagnostics/failure.ts";
import { readSource, sourceOf } from "../../src/source/read.ts";

const folder = mkdtempSync(join(tmpdir(), "read-"));

function failureOf(read: () => unknown): Failure["issue"] {
  try {
    read();
  } catch (failure) {
    if (failure instanceof Failure) return failure.issue;
    throw failure;
  }
  throw new Error("did not fail");
}

describe("reading a source", () => {
  it("keeps the text and the path", () => {
    const path = join(folder, "a.pp");
    writeFileSync(path, "$x = 'é'\n");
    expect(readSource(path)).toMatchObject({ text: "$x = 'é'\n", file: path });
  });

  it("says that a file is missing or none", () => {
    const missing = join(folder, "missing.pp");
    expect(failureOf(() => readSource(missing)).message).toBe(`No such file or directory: ${missing}`);
    expect(failureOf(() => readSource(folder)).message).toBe(`${folder} is not a file`);
  });

  const ROWS: readonly (readonly [string, readonly number[], string, string])[] = [
    ["Latin-1", [0x24, 0x78, 0x0a, 0x20, 0xe9, 0x0a], "invalid byte sequence in UTF-8", "2:2"],
    ["a cut character", [0x24, 0xc3], "invalid byte sequence in UTF-8", "1:2"],
    ["a surrogate", [0xed, 0xa0, 0x80], "invalid byte sequence in UTF-8", "1:1"],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0x24], mark("UTF-8", "EF BB BF"), "1:1"],
    ["UTF-16, little end", [0xff, 0xfe, 0x24, 0x00], mark("UTF-16", "FF FE"), "1:1"],
    ["UTF-16, big end", [0xfe, 0xff, 0x00, 0x24], mark("UTF-16", "FE FF"), "1:1"],
    ["UTF-32", [0x00, 0x00, 0xfe, 0xff], mark("UTF-32", "0 0 FE FF"), "1:1"],
  ];

  it.each(ROWS)("refuses %s", (_, bytes, message, at) => {
    const issue = failureOf(() => sourceOf(Buffer.from(bytes), "a.pp"));
    expect([issue.message, `${issue.place?.line}:${issue.place?.column}`]).toEqual([message, at]);
  });

  function mark(format: string, bytes: string): string {
    return `Illegal ${format} Byte Order mark at beginning of input: [${bytes}] - remove these from the puppet source`;
  }
});
