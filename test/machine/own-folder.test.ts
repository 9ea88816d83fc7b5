import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeState } from "../../src/boot/write-state.ts";
import { withStaging } from "../../src/bundle/staging.ts";
import { newFile } from "../../src/machine/new-file.ts";
import { ownFolder } from "../../src/machine/own-folder.ts";
import { takeRunLock } from "../../src/machine/run-lock.ts";

const asRoot = process.geteuid?.() === 0;

let top: string;
let umask: number;
beforeEach(() => {
  umask = process.umask(0);
  top = mkdtempSync(join(tmpdir(), "own-"));
});
afterEach(() => {
  process.umask(umask);
  rmSync(top, { recursive: true });
});

function modeOf(path: string): string {
  return (statSync(path).mode & 0o7777).toString(8);
}

describe("a folder of the program's own", () => {
  it("has its mode whatever the umask, and so have those above it", () => {
    ownFolder(join(top, "a/b/c"), 0o700);
    expect(["a", "a/b", "a/b/c"].map((path) => modeOf(join(top, path)))).toEqual(["755", "755", "700"]);
  });

  it.each(asRoot ? [0o777, 0o775, 0o757] : [0o777, 0o757])("is refused with mode %o", (mode) => {
    mkdirSync(join(top, "run"));
    chmodSync(join(top, "run"), mode);
    const bits = mode.toString(8).padStart(4, "0");
    expect(() => ownFolder(join(top, "run"))).toThrow(`has mode ${bits}, so others than user`);
  });

  it("may be one in which nobody replaces what is another's", () => {
    mkdirSync(join(top, "run"));
    chmodSync(join(top, "run"), 0o1777);
    expect(() => ownFolder(join(top, "run"))).not.toThrow();
  });

  it.runIf(asRoot)("is refused when it belongs to another, also behind a link", () => {
    mkdirSync(join(top, "theirs"), { mode: 0o755 });
    chownSync(join(top, "theirs"), 65534, 65534);
    symlinkSync("theirs", join(top, "link"));
    for (const name of ["theirs", "link"])
      expect(() => ownFolder(join(top, name))).toThrow("belongs to user 65534");
  });

  it.each<[string, (run: string) => unknown]>([
    ["the lock", (run) => takeRunLock(join(run, "apply.lock"))],
    ["staging", (run) => withStaging(run, async () => undefined)],
    ["a state file", (run) => writeState(join(run, "status.json"), {})],
  ])("is asked for by %s", async (_, use) => {
    mkdirSync(join(top, "run"));
    chmodSync(join(top, "run"), 0o777);
    await expect((async () => use(join(top, "run")))()).rejects.toThrow("is not safe to use");
  });
});

describe("a file of the program's own", () => {
  it("is never written through a link", () => {
    writeFileSync(join(top, "victim"), "precious");
    symlinkSync("victim", join(top, "new"));
    symlinkSync("nowhere", join(top, "dangling"));
    for (const name of ["new", "dangling", "victim"])
      expect(() => newFile(join(top, name), 0o644)).toThrow("EEXIST");
    expect(readFileSync(join(top, "victim"), "utf8")).toBe("precious");
  });

  it("leaves links alone that have a lock's or a state file's other names", () => {
    writeFileSync(join(top, "victim"), "precious");
    for (const name of [`apply.lock.${process.pid}`, "status.json.new"])
      symlinkSync("victim", join(top, name));
    chmodSync(top, 0o700);
    takeRunLock(join(top, "apply.lock")).release();
    writeState(join(top, "status.json"), {});
    expect(readFileSync(join(top, "victim"), "utf8")).toBe("precious");
    expect(modeOf(join(top, "status.json"))).toBe("644");
  });
});
