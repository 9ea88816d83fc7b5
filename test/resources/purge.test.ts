import { describe, expect, it } from "vitest";
import type { Value } from "../../src/values/value.ts";
import { applied, catalogOf } from "../apply/catalog.ts";
import { MemoryMachine } from "../machine/memory.ts";
import { withoutHeader } from "./record-case.ts";

const FILES = {
  "/etc/passwd":
    "root:x:0:0::/root:/bin/sh\ndaemon:x:1:1::/:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\nbob:x:1001:1001::/home/bob:/bin/sh\ncy:x:1002:1002::/:/bin/sh\n",
  "/etc/login.defs": "# UID_MIN 7\nUID_MIN 1000 # least\n",
  "/etc/hosts": "127.0.0.1\tlocalhost\n# c\n1.1.1.1\tone\n2.2.2.2\ttwo\n",
  "/home/ann/.ssh/authorized_keys": "ssh-rsa A known\nssh-rsa B stranger\nssh-rsa C\nssh-rsa D\n",
};

function machineWith(): MemoryMachine {
  const programs = { "/usr/sbin/useradd": { mode: 0o755 }, "/usr/bin/crontab": { mode: 0o755 } };
  return new MemoryMachine({ files: { ...FILES, ...programs }, users: { ann: 1000 }, answer: () => ({}) });
}

async function purged(
  name: string,
  parameters: Readonly<Record<string, Value>>,
  rows: Parameters<typeof catalogOf>[0] = [],
): Promise<{ lines: readonly string[]; machine: MemoryMachine }> {
  const machine = machineWith();
  const host = { fact: () => undefined, command: (one: string) => machine.which(one), exists: () => true };
  const all = { type: "Resources", title: name, parameters: { purge: true, ...parameters } };
  const { lines } = await applied(catalogOf([all, ...rows]), machine, { host });
  return {
    lines: lines.map((line) => line.replace(/^(Notice|Error): \/Stage\[main\]\/Main\//, "")),
    machine,
  };
}

describe("resources", () => {
  it("removes entries that nobody manages, and knows one by its key", async () => {
    const row = { type: "Host", title: "first", parameters: { name: "one", ip: "1.1.1.1" } };
    const { lines, machine } = await purged("host", {}, [row]);
    expect(lines).toEqual(["Host[localhost]/ensure: removed", "Host[two]/ensure: removed"]);
    expect(withoutHeader(machine.text("/etc/hosts"))).toBe("# c\n1.1.1.1\tone\n");
  });

  it("hands its metaparameters on", async () => {
    const { lines, machine } = await purged("host", { noop: true });
    expect(lines[0]).toBe("Host[localhost]/ensure: current_value 'present', should be 'absent' (noop)");
    expect(machine.text("/etc/hosts")).toBe(FILES["/etc/hosts"]);
  });

  it.each<[string, Record<string, Value>, string[]]>([
    ["spares users of the system's range", {}, ["bob", "cy"]],
    ["spares ids", { unless_uid: [1001n, "1500"] }, ["cy"]],
    ["spares ids up to a limit", { unless_system_user: 1001n }, ["cy"]],
    ["spares nobody", { unless_system_user: false }, ["root", "daemon", "bob", "cy"]],
  ])("%s", async (_about, parameters, names) => {
    const ann = { type: "User", title: "ann", parameters: {} };
    const { lines, machine } = await purged("user", parameters, [ann]);
    expect(lines).toEqual(names.map((name) => `User[${name}]/ensure: removed`));
    expect(machine.ran).toEqual(names.map((name) => `/usr/sbin/userdel ${name}`));
  });

  it("says so when a type cannot be absent", async () => {
    await expect(purged("exec", {})).rejects.toThrow(
      "Parameter purge failed on Resources[exec]: Purging is only supported on types that accept 'ensure'",
    );
    await expect(purged("nosuch", {})).rejects.toThrow(
      "Parameter name failed on Resources[nosuch]: Could not find resource type 'nosuch'",
    );
  });
});

it("keys that nobody manages are removed from a user's files, also those without a name", async () => {
  const machine = machineWith();
  let text = FILES["/home/ann/.ssh/authorized_keys"];
  const { run } = machine;
  machine.run = async (command) => {
    if (command.user === "ann") {
      text = Buffer.from(command.input!, "base64").toString();
      await machine.replaceFile("/home/ann/.ssh/authorized_keys", { content: Buffer.from(text) });
    }
    return run.call(machine, command);
  };
  const rows = [
    { type: "User", title: "ann", parameters: { purge_ssh_keys: true } },
    { type: "Ssh_authorized_key", title: "known", parameters: { user: "ann", type: "rsa", key: "A" } },
  ];
  const { lines } = await applied(catalogOf(rows), machine);
  const names = [
    "stranger",
    "/home/ann/.ssh/authorized_keys:unnamed-1",
    "/home/ann/.ssh/authorized_keys:unnamed-2",
  ];
  expect(lines).toEqual(
    names.map((name) => `Notice: /Stage[main]/Main/Ssh_authorized_key[${name}]/ensure: removed`),
  );
  expect(withoutHeader(text)).toBe("ssh-rsa A known\n");
});
