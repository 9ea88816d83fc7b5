import { describe, expect, test } from "vitest";
import { describeStep } from "../../src/machine/describe-step.ts";
import { Masked } from "../../src/machine/masked.ts";
import { perform } from "../../src/machine/perform.ts";
import { run, runWith, type Step, shell, write } from "../../src/machine/step.ts";
import { MemoryMachine, type MemorySetup } from "./memory.ts";

const root: MemorySetup = {
  files: { "/x": "old", "/d/f": "f", "/x.bak": "older" },
  users: { bob: 1000 },
  groups: { users: 100 },
};

async function done(
  step: Step,
  setup: MemorySetup = root,
): Promise<{ machine: MemoryMachine; said: string[] }> {
  const machine = new MemoryMachine(setup);
  const said: string[] = [];
  await perform(step, machine, {
    level: "notice",
    say: (level, text) => void said.push(`${level}: ${text}`),
  });
  return { machine, said };
}

describe("a step in words", () => {
  const rows: [Step, string][] = [
    [run("apt-get", "install", "a b", "it's"), "apt-get install 'a b' 'it'\\''s'"],
    [run("mysql", new Masked("hunter2")), "mysql [redacted]"],
    [shell("echo hi"), "/bin/sh -c 'echo hi'"],
    [write("/x", "secret"), "write /x (6 bytes)"],
    [write("/x", { copyOf: "/y" }), "write /x (from /y)"],
    [{ kind: "mkdir", path: "/d", mode: 0o750 }, "mkdir -m 0750 /d"],
    [{ kind: "symlink", target: "/t", path: "/l" }, "ln -s /t /l"],
    [{ kind: "remove", path: "/d", tree: true }, "rm -r /d"],
    [{ kind: "chmod", path: "/x", mode: 0o4755 }, "chmod 4755 /x"],
    [{ kind: "chown", path: "/x", owner: "bob", group: 100, follow: false }, "chown -h bob:100 /x"],
    [{ kind: "backup", from: "/x", to: "/x.bak" }, "cp -a /x /x.bak"],
  ];
  test.each(rows)("%#: %o", (step, words) => expect(describeStep(step)).toBe(words));
});

test("write sets content, owner and mode", async () => {
  const { machine } = await done(write("/n", "new", { owner: "bob", group: "users", mode: 0o640 }));
  expect(machine.text("/n")).toBe("new");
  expect(machine.lstat("/n")).toMatchObject({ uid: 1000, gid: 100, mode: 0o640 });
});

test("a backup takes the place of an older one", async () => {
  const { machine } = await done({ kind: "backup", from: "/x", to: "/x.bak" });
  expect(machine.text("/x.bak")).toBe("old");
});

test("a validation gets the new file in the placeholder's place", async () => {
  const step = write("/x", "new", { validate: { command: "check %", placeholder: "%" } });
  const { machine, said } = await done(step, { ...root, answer: () => ({ code: 0, output: "fine\n" }) });
  expect([machine.ran, said]).toEqual([["/bin/sh -c check /x.new"], ["debug: fine"]]);
});

describe("what cannot be done", () => {
  const rows: [Step, string][] = [
    [write("/x", "", { owner: "eve" }), "Could not find user eve"],
    [{ kind: "chown", path: "/x", group: "eve", follow: true }, "Could not find group eve"],
    [
      { kind: "chown", path: "/gone", owner: "bob", follow: true },
      "Failed to set owner to '1000': No such file or directory - /gone",
    ],
    [{ kind: "mkdir", path: "/no/d" }, "Cannot create /no/d; parent directory /no does not exist"],
    [{ kind: "backup", from: "/x", to: "/d" }, "Will not remove directory backup /d; use a filebucket"],
    [run("nope"), "Execution of 'nope' returned 127: nope: not found"],
    [
      runWith({ returns: ["0"], program: { name: "/gone", searchPath: undefined } }, "/gone"),
      "Could not find command '/gone'",
    ],
    [
      runWith({ returns: ["0"], program: { name: "/d", searchPath: undefined } }, "/d"),
      "'/d' is a directory, not a file",
    ],
    [
      runWith({ returns: ["0"], program: { name: "/x", searchPath: undefined } }, "/x"),
      "'/x' is not executable",
    ],
  ];
  test.each(rows)("%#: %o", async (step, words) => {
    await expect(done(step)).rejects.toThrow(words);
  });
});

test("a command is tried again, with rests between", async () => {
  let left = 2;
  const answer = () => ({ code: left-- > 0 ? 1 : 0 });
  const { machine } = await done(runWith({ returns: ["0"], tries: 5, trySleep: 3 }, "flaky"), { answer });
  expect([machine.ran.length, machine.slept]).toEqual([3, [3, 3]]);
});
