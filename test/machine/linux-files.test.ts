import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LinuxMachine } from "../../src/machine/linux.ts";
import { nameOfBytes, nativePath } from "../../src/machine/native-path.ts";

const machine = new LinuxMachine();
let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(join(tmpdir(), "machine-"));
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));
const at = (name: string): string => join(directory, name);

describe("replacing a file", () => {
  test("keeps mode and owner of the old one", async () => {
    fs.writeFileSync(at("x"), "old", { mode: 0o600 });
    await machine.replaceFile(at("x"), { content: Buffer.from("new") });
    expect(fs.readFileSync(at("x"), "utf8")).toBe("new");
    expect(machine.lstat(at("x"))?.mode).toBe(0o600);
  });

  test("gives a new one 0644 whatever the umask", async () => {
    const before = process.umask(0o077);
    await machine.replaceFile(at("x"), { content: Buffer.from("new") }).finally(() => process.umask(before));
    expect(machine.lstat(at("x"))?.mode).toBe(0o644);
  });

  test("copies another file of any size", async () => {
    fs.writeFileSync(at("big"), Buffer.alloc(3_000_001, "b"));
    await machine.replaceFile(at("x"), { content: { copyOf: at("big") } });
    expect(machine.digest(at("x"), "sha256")).toBe(machine.digest(at("big"), "sha256"));
  });

  test("a refused check leaves the old file whole and nothing beside it", async () => {
    fs.writeFileSync(at("x"), "old");
    const check = async (path: string): Promise<void> => {
      expect(fs.readFileSync(path, "utf8")).toBe("new");
      throw new Error("refused");
    };
    await expect(machine.replaceFile(at("x"), { content: Buffer.from("new"), check })).rejects.toThrow(
      "refused",
    );
    expect(fs.readFileSync(at("x"), "utf8")).toBe("old");
    expect(fs.readdirSync(directory)).toEqual(["x"]);
  });

  test("a source that goes away leaves the old file whole and nothing beside it", async () => {
    fs.writeFileSync(at("x"), "old");
    await expect(machine.replaceFile(at("x"), { content: { copyOf: at("gone") } })).rejects.toThrow("ENOENT");
    expect(fs.readdirSync(directory)).toEqual(["x"]);
  });

  test("a staging directory is used and left clean", async () => {
    fs.mkdirSync(at("stage"));
    await machine.replaceFile(at("x"), {
      content: Buffer.from("new"),
      staging: at("stage"),
      check: async (path) => expect(path.startsWith(at("stage"))).toBe(true),
    });
    expect(fs.readdirSync(at("stage"))).toEqual([]);
    expect(fs.readFileSync(at("x"), "utf8")).toBe("new");
  });

  test("a link is replaced, not what it leads to", async () => {
    fs.writeFileSync(at("real"), "real");
    fs.symlinkSync("real", at("x"));
    await machine.replaceFile(at("x"), { content: Buffer.from("new") });
    expect([machine.lstat(at("x"))?.kind, machine.lstat(at("x"))?.mode]).toEqual(["file", 0o644]);
    expect(fs.readFileSync(at("real"), "utf8")).toBe("real");
  });

  test("a directory is not replaced", async () => {
    fs.mkdirSync(at("x"));
    await expect(machine.replaceFile(at("x"), { content: Buffer.from("") })).rejects.toMatchObject({
      code: "EISDIR",
    });
  });

  test("names that are as long as can be", async () => {
    const path = at("n".repeat(255));
    await machine.replaceFile(path, { content: Buffer.from("x") });
    expect(fs.readFileSync(path, "utf8")).toBe("x");
  });
});

test("what stands at a path", () => {
  fs.writeFileSync(at("file"), "abc", { mode: 0o640 });
  fs.symlinkSync("file", at("link"));
  fs.symlinkSync("nowhere", at("dangling"));
  expect(machine.lstat(at("file"))).toMatchObject({ kind: "file", mode: 0o640, size: 3 });
  expect(machine.lstat(at("link"))?.kind).toBe("link");
  expect(machine.stat(at("link"))?.kind).toBe("file");
  expect(machine.stat(at("dangling"))).toBeUndefined();
  expect(machine.lstat(at("file/below"))).toBeUndefined();
  expect(machine.lstat("/dev/null")?.kind).toBe("characterSpecial");
});

test.each([
  ["md5", "900150983cd24fb0d6963f7d28e17f72"],
  ["sha1", "a9993e364706816aba3e25717850c26c9cd0d89d"],
  ["sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
] as const)("digest %s", (kind, expected) => {
  fs.writeFileSync(at("x"), "abc");
  expect(machine.digest(at("x"), kind)).toBe(expected);
});

test("lite digests look at the first 512 bytes only", () => {
  fs.writeFileSync(at("a"), `${"x".repeat(512)}one`);
  fs.writeFileSync(at("b"), `${"x".repeat(512)}two`);
  expect(machine.digest(at("a"), "sha256lite")).toBe(machine.digest(at("b"), "sha256lite"));
  expect(machine.digest(at("a"), "sha256")).not.toBe(machine.digest(at("b"), "sha256"));
});

test("a directory is copied with all it holds", () => {
  fs.mkdirSync(at("d/e"), { recursive: true });
  fs.writeFileSync(at("d/e/f"), "f", { mode: 0o600 });
  fs.symlinkSync("e/f", at("d/l"));
  machine.copy(at("d"), at("copy"));
  expect(fs.readFileSync(at("copy/e/f"), "utf8")).toBe("f");
  expect(machine.lstat(at("copy/e/f"))?.mode).toBe(0o600);
  expect(machine.readlink(at("copy/l"))).toBe("e/f");
});

describe("names that are no UTF-8", () => {
  const bytes = (...codes: number[]) => Buffer.from([...Buffer.from(`${directory}/`), ...codes]);

  test("are listed, looked at, copied and removed like others", async () => {
    fs.mkdirSync(bytes(0x64, 0xff));
    fs.writeFileSync(Buffer.concat([bytes(0x64, 0xff), Buffer.from([0x2f, 0xe2, 0x82])]), "x");
    const [name] = machine.readdir(directory);
    expect(name).toBe("d\udcff");
    const [inner] = machine.readdir(at(name!));
    const path = join(at(name!), inner!);
    expect([machine.lstat(path)?.size, String(machine.readFile(path))]).toEqual([1, "x"]);
    await machine.replaceFile(path, { content: Buffer.from("yz") });
    expect(machine.stat(path)?.size).toBe(2);
    machine.removeTree(at(name!));
    expect(fs.readdirSync(directory)).toEqual([]);
  });

  test("keep their bytes", () => {
    const anyName = fc.uint8Array({ minLength: 1, maxLength: 12 }).map((name) => Buffer.from(name));
    fc.assert(
      fc.property(anyName, (name) => {
        const path = nativePath(nameOfBytes(name));
        expect(Buffer.from(path as string)).toEqual(name);
      }),
    );
  });
});
