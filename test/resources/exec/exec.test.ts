import { describe, expect, test } from "vitest";
import { Sensitive } from "../../../src/values/sensitive.ts";
import type { Value } from "../../../src/values/value.ts";
import { applied, catalogOf, type Row } from "../../apply/catalog.ts";
import { MemoryMachine, type MemorySetup } from "../../machine/memory.ts";

const bin = { mode: 0o755 };
const files: MemorySetup["files"] = {
  "/bin/a": bin,
  "/bin/yes": bin,
  "/bin/no": bin,
  "/bin/sh": bin,
  "/there": "",
  "/d/x": "",
};
const answer = (command: string) => ({ code: command.includes("no") ? 1 : 0 });
const machine = () => new MemoryMachine({ files: files ?? {}, answer });
const exec = (command: Value, parameters: Record<string, Value> = {}): Row => ({
  type: "Exec",
  title: "x",
  parameters: { command, ...parameters },
});

describe("what is run", () => {
  const rows: [string, Row, string[]][] = [
    ["a plain command directly", exec("/bin/a  b c"), ["/bin/a b c"]],
    ["a pipe in a shell", exec("/bin/a | b"), ["/bin/sh -c /bin/a | b"]],
    ["an array as it is", exec(["/bin/a", "b | c"]), ["/bin/a b | c"]],
    ["a name found in the path", exec("a b", { path: "/sbin:/bin" }), ["a b"]],
    ["everything in a shell when asked", exec("a", { provider: "shell" }), ["/bin/sh -c a"]],
    ["nothing when refreshonly", exec("/bin/a", { refreshonly: true }), []],
    ["nothing when it was created", exec("/bin/a", { creates: "/there" }), []],
    ["it when one of several was not created", exec("/bin/a", { creates: ["/gone"] }), ["/bin/a"]],
    [
      "conditions first",
      exec("/bin/a", { onlyif: "/bin/yes", unless: "/bin/no" }),
      ["/bin/no", "/bin/yes", "/bin/a"],
    ],
    [
      "no more once unless succeeds",
      exec("/bin/a", { unless: ["/bin/no", "/bin/yes"], onlyif: "/bin/yes" }),
      ["/bin/no", "/bin/yes"],
    ],
    ["no more once onlyif fails", exec("/bin/a", { onlyif: ["/bin/no", "/bin/yes"] }), ["/bin/no"]],
  ];
  test.each(rows)("%s", async (_what, row, ran) => {
    const one = machine();
    await applied(catalogOf([row]), one);
    expect(one.ran).toEqual(ran);
  });

  test("conditions and nothing else in a dry run", async () => {
    const one = machine();
    const { report } = await applied(catalogOf([exec("/bin/a", { onlyif: "/bin/yes" })]), one, {
      noop: true,
    });
    expect([one.ran, report.outcomes[0]!.steps]).toEqual([["/bin/yes"], ["/bin/a"]]);
  });
});

describe("how it is run", () => {
  test("with its path and variables, later ones before earlier ones", async () => {
    const one = machine();
    const commands: unknown[] = [];
    const run = one.run.bind(one);
    one.run = (command) => {
      commands.push(command);
      return run(command);
    };
    const environment = ["A=1", "PATH=/mine", "B=x=y\nz"];
    const { lines } = await applied(
      catalogOf([
        exec("/bin/a", {
          path: ["/bin", "/sbin:/x"],
          environment,
          cwd: "/d",
          user: "u",
          group: "g",
          umask: "022",
          timeout: 7n,
        }),
      ]),
      one,
    );
    const expected = {
      env: { A: "1", PATH: "/mine", B: "x=y\nz" },
      cwd: "/d",
      user: "u",
      group: "g",
      umask: 0o022,
      timeout: 7,
    };
    expect(commands).toEqual([expect.objectContaining(expected)]);
    expect(lines[0]).toBe(
      "Warning: /Stage[main]/Main/Exec[x]: Overriding environment setting 'PATH' with '/mine'",
    );
  });
});

test("a secret command shows nowhere", async () => {
  const secrets: string[] = [];
  const row = exec(new Sensitive("/bin/no hunter2"), { unless: "/bin/no", logoutput: true });
  const { lines, report } = await applied(catalogOf([row]), machine(), {
    level: "debug",
    redactor: { register: (s) => void secrets.push(s) },
  });
  expect(lines.join("\n")).not.toContain("hunter2");
  expect(JSON.stringify(report.outcomes.map(({ events, steps }) => [events, steps]))).not.toContain(
    "hunter2",
  );
  expect(secrets).toEqual(["/bin/no hunter2"]);
});
