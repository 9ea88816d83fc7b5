import { describe, expect, it } from "vitest";
import { keyLines } from "../../../src/resources/ssh_authorized_key/key-lines.ts";
import type { Value } from "../../../src/values/value.ts";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { MemoryMachine } from "../../machine/memory.ts";

const KEYS = '# c\nssh-rsa AAAA9\nfrom="a b" , no-pty ssh-rsa AAAA3 was opt\nssh-rsa AAAA4 was none\n';

interface KeyCase {
  readonly about: string;
  readonly title: string;
  readonly parameters: Readonly<Record<string, Value>>;
  readonly says: readonly string[];
  /** What is written for the user. */
  readonly writes?: string;
}

const user = "ann";
const cases: readonly KeyCase[] = [
  {
    about: "adds a key",
    title: "plain",
    parameters: { user, type: "rsa", key: "AAAA1" },
    says: ["/ensure: created"],
    writes: `${KEYS.replace("AAAA9", "AAAA9 ").replace('" , ', '",')}ssh-rsa AAAA1 plain\n`,
  },
  {
    about: "takes options away that are not asked for",
    title: "was opt",
    parameters: { user, type: "ssh-rsa", key: "AAAA3" },
    says: [`/options: undefined 'options' from ['from="a b"', 'no-pty']`],
    writes: KEYS.replace("AAAA9", "AAAA9 ").replace('from="a b" , no-pty ', ""),
  },
  {
    about: "gives options",
    title: "was none",
    parameters: { user, type: "ed25519", key: "AAAA4", options: ["no-pty", 'command="a b,c"'] },
    says: [
      "/type: type changed 'ssh-rsa' to 'ssh-ed25519'",
      `/options: options changed ['absent'] to ['no-pty', 'command="a b,c"']`,
    ],
    writes: KEYS.replace("AAAA9", "AAAA9 ")
      .replace('" , ', '",')
      .replace("ssh-rsa AAAA4", 'no-pty,command="a b,c" ssh-ed25519 AAAA4'),
  },
  {
    about: "has nothing to do",
    title: "was none",
    parameters: { user, type: "rsa", key: "AAAA4" },
    says: [],
  },
  {
    about: "needs the user",
    title: "plain",
    parameters: { user: "nobodyhere", type: "rsa", key: "AAAA1" },
    says: ["/ensure: created", ": Could not evaluate: User 'nobodyhere' does not exist"],
  },
  {
    about: "needs a user",
    title: "plain",
    parameters: { target: "/srv/keys", type: "rsa", key: "AAAA1" },
    says: ["/ensure: created", ": Could not evaluate: Cannot write SSH authorized keys without user"],
  },
  {
    about: "is not written by root where others can write",
    title: "plain",
    parameters: { user, type: "rsa", key: "AAAA1", drop_privileges: false },
    says: [
      "/ensure: created",
      ": Could not evaluate: drop_privileges is false but the target path is not trusted",
    ],
  },
];

describe("ssh_authorized_key", () => {
  it.each(cases)("$about", async ({ title, parameters, says, writes }) => {
    const written: string[] = [];
    const machine = new MemoryMachine({
      users: { ann: 1000 },
      files: {
        "/etc/passwd": "root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\n",
        "/home/ann/.ssh": { kind: "directory", uid: 1000, mode: 0o700 },
        "/home/ann/.ssh/authorized_keys": KEYS,
      },
      answer: () => ({}),
    });
    const { run } = machine;
    machine.run = async (command) => {
      if (command.input !== undefined) written.push(Buffer.from(command.input, "base64").toString());
      expect(command.user).toBe("ann");
      return run.call(machine, command);
    };
    const { lines } = await applied(catalogOf([{ type: "Ssh_authorized_key", title, parameters }]), machine);
    const here = new RegExp(`^(Notice|Error): /Stage\\[main\\]/Main/Ssh_authorized_key\\[${title}\\]`);
    expect(lines.map((line) => line.replace(here, ""))).toEqual(says);
    expect(written.map((text) => text.replace(/^# HEADER.*\n/gm, ""))).toEqual(
      writes === undefined ? [] : [writes],
    );
  });

  it("names keys that have no comment, and does not write that name", () => {
    const entries = keyLines.read("ssh-rsa A\nssh-rsa B\n", "/f");
    expect(entries.map(({ fields }) => fields?.name)).toEqual(["/f:unnamed-1", "/f:unnamed-2"]);
    expect(keyLines.write(entries[0]!.fields!)).toBe("ssh-rsa A ");
  });
});
