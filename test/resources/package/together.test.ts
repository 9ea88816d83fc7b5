import { describe, expect, it } from "vitest";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { type Script, scriptedMachine } from "../scripted-machine.ts";

const INSTALL =
  "/usr/bin/apt-get -o DPkg::Lock::Timeout=600 -q -y -o DPkg::Options::=--force-confold install";
const host = { fact: () => "Debian", command: (name: string) => name, exists: () => false };

async function installed(names: readonly string[], script: Script, edges: readonly string[] = []) {
  const machine = scriptedMachine(script);
  const rows = names.map((title) => ({ type: "Package", title }));
  const { lines } = await applied(catalogOf(rows, edges), machine, { host });
  const ran = machine.ran.filter((command) => command.includes("apt-get"));
  return { ran, lines: lines.map((line) => line.replace("Notice: /Stage[main]/Main/", "")) };
}

describe("neighbouring packages", () => {
  it("are installed in one go", async () => {
    const { ran, lines } = await installed(["a", "b", "c"], {});
    expect(ran).toEqual([`${INSTALL} a b c`]);
    expect(lines).toEqual(["a", "b", "c"].map((name) => `Package[${name}]/ensure: created`));
  });

  it("are installed one by one when that fails, and the guilty one is named", async () => {
    const commands = { [`${INSTALL} a b`]: [100, "E: no b"], [`${INSTALL} b`]: [100, "E: no b"] } as const;
    const { ran, lines } = await installed(["a", "b"], { commands });
    expect(ran).toEqual([`${INSTALL} a b`, `${INSTALL} a`, `${INSTALL} b`]);
    expect(lines[0]).toBe("Package[a]/ensure: created");
    expect(lines.at(-1)).toContain("Package[b]/ensure: change from 'purged' to 'present' failed");
  });

  it("count as installed when they were before another one failed", async () => {
    let times = 0;
    const machine = scriptedMachine({
      commands: { [`${INSTALL} a b`]: [100, "E: b"], [`${INSTALL} b`]: [100, "E: b"] },
    });
    const run: typeof machine.run = async (command) => {
      const result = await machine.run(command);
      if (!command.argv[0]!.endsWith("dpkg-query")) return result;
      return { ...result, output: times++ === 0 ? "" : "install ok installed\ta\t1.0\tamd64\t\n" };
    };
    const stat: typeof machine.stat = (path) =>
      path === "/var/lib/dpkg/status"
        ? {
            kind: "file",
            mode: 0,
            uid: 0,
            gid: 0,
            size: machine.ran.filter((c) => c.includes("apt-get")).length,
            mtime: 0,
            ctime: 0,
          }
        : undefined;
    const rows = ["a", "b"].map((title) => ({ type: "Package", title }));
    const { lines } = await applied(catalogOf(rows), { ...machine, run, stat }, { host });
    expect(lines[0]).toBe("Notice: /Stage[main]/Main/Package[a]/ensure: created");
    expect(machine.ran.filter((c) => c.includes("apt-get"))).toEqual([`${INSTALL} a b`, `${INSTALL} b`]);
  });

  it("are left apart when one needs the other", async () => {
    expect((await installed(["a", "b"], {}, ["Package[a] -> Package[b]"])).ran).toHaveLength(2);
  });

  it("that cannot even be tried fail alone", async () => {
    const { lines } = await installed(["a", "b"], {
      files: { "/etc/apt/sources.list": "deb cdrom:[x] y z\n" },
    });
    expect(lines.filter((line) => line.includes("change from"))).toHaveLength(2);
  });
});
