import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/values/value.ts";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { MemoryMachine } from "../../machine/memory.ts";

const TABLE =
  "# fs\n\ntmpfs /srv/c tmpfs defaults 0 0\ntmpfs  /srv/e/ tmpfs   size=2m 0 0\nUUID=1 none swap sw 0 0\n";
const WRITTEN =
  "# fs\n\ntmpfs\t/srv/c\ttmpfs\tdefaults\t0\t0\ntmpfs  /srv/e/ tmpfs   size=2m 0 0\nUUID=1\tnone\tswap\tsw\t0\t0\n";

interface MountCase {
  readonly about: string;
  readonly title: string;
  readonly parameters: Readonly<Record<string, Value>>;
  readonly mounted?: readonly string[];
  /** By default as before. */
  readonly table?: string;
  readonly does?: readonly string[];
  readonly says?: readonly string[];
}

const tmpfs = { device: "tmpfs", fstype: "tmpfs" };
const triggered = ": Triggered 'refresh' from 1 event";

const cases: readonly MountCase[] = [
  {
    about: "is entered and mounted, then refreshed by its own change",
    title: "/srv/with a/",
    parameters: { ...tmpfs, ensure: "mounted", options: "size=1m" },
    table: `${WRITTEN}tmpfs\t/srv/with\\040a\ttmpfs\tsize=1m\t0\t0\n`,
    does: ["/usr/bin/mount /srv/with a", "/usr/bin/mount -o remount /srv/with a"],
    says: ["/ensure: defined 'ensure' as 'mounted'", triggered],
  },
  {
    about: "is entered only",
    title: "/srv/b",
    parameters: { ...tmpfs, ensure: "present" },
    table: `${WRITTEN}tmpfs\t/srv/b\ttmpfs\tdefaults\t0\t0\n`,
    says: ["/ensure: defined 'ensure' as 'defined'", triggered],
  },
  {
    about: "is entered while mounted",
    title: "/srv/b",
    parameters: { ...tmpfs, ensure: "mounted" },
    mounted: ["/srv/b"],
    table: `${WRITTEN}tmpfs\t/srv/b\ttmpfs\tdefaults\t0\t0\n`,
    does: ["/usr/bin/mount -o remount /srv/b"],
    says: ["/ensure: ensure changed 'ghost' to 'mounted'", triggered],
  },
  {
    about: "is unmounted, and its entry corrected",
    title: "/srv/c",
    parameters: { ...tmpfs, ensure: "unmounted", options: "size=1m" },
    mounted: ["/srv/c"],
    table: WRITTEN.replace("/srv/c\ttmpfs\tdefaults", "/srv/c\ttmpfs\tsize=1m"),
    does: ["/usr/bin/umount /srv/c"],
    says: ["/ensure: ensure changed 'mounted' to 'unmounted'", triggered],
  },
  {
    about: "is removed with its entry",
    title: "/srv/e",
    parameters: { ensure: "absent" },
    mounted: ["/srv/e"],
    table: WRITTEN.replace("tmpfs  /srv/e/ tmpfs   size=2m 0 0\n", ""),
    does: ["/usr/bin/umount /srv/e"],
    says: ["/ensure: undefined 'ensure' from 'mounted'"],
  },
  {
    about: "that no table knows is unmounted",
    title: "/srv/d",
    parameters: { ensure: "absent" },
    mounted: ["/srv/d"],
    does: ["/usr/bin/umount /srv/d"],
    says: ["/ensure: undefined 'ensure' from 'ghost'"],
  },
  {
    about: "gets other options, and is mounted anew when it cannot be remounted",
    title: "/srv/c",
    parameters: { ...tmpfs, ensure: "mounted", options: "ro", dump: 1n, remounts: false },
    mounted: ["/srv/c"],
    table: WRITTEN.replace("/srv/c\ttmpfs\tdefaults\t0", "/srv/c\ttmpfs\tro\t1"),
    does: ["/usr/bin/umount /srv/c", "/usr/bin/mount /srv/c"],
    says: [
      "/options: options changed 'defaults' to 'ro'",
      "/dump: dump changed '0' to 1",
      ": Triggered 'refresh' from 2 events",
    ],
  },
  {
    about: "is as it should be",
    title: "/srv/c",
    parameters: { ...tmpfs, ensure: "present" },
    mounted: ["/srv/c"],
  },
  {
    about: "lacks a type",
    title: "/srv/b",
    parameters: { ensure: "present", device: "x" },
    says: [
      "/ensure: defined 'ensure' as 'defined'",
      ": Could not evaluate: Mount[/srv/b]: Field 'fstype' is required",
    ],
  },
];

/** A machine that mounts. */
class MountMachine extends MemoryMachine {
  readonly mounted: Set<string>;

  constructor(table: string, mounted: readonly string[]) {
    const program = { mode: 0o755 };
    super({ files: { "/etc/fstab": table, "/usr/bin/mount": program, "/usr/bin/umount": program } });
    this.mounted = new Set(mounted);
  }

  override readFile(path: string): Buffer {
    if (path !== "/proc/self/mountinfo") return super.readFile(path);
    const lines = [...this.mounted].map(
      (at) => `1 2 0:3 / ${at.replaceAll(" ", "\\040")} rw - tmpfs tmpfs rw\n`,
    );
    return Buffer.from(lines.join(""));
  }

  override async run(command: Parameters<MemoryMachine["run"]>[0]): ReturnType<MemoryMachine["run"]> {
    this.ran.push(command.argv.join(" "));
    const [program = "", ...words] = command.argv;
    const path = words.at(-1)!;
    if (program.endsWith("umount")) this.mounted.delete(path);
    else this.mounted.add(path);
    return { code: 0, output: "", errors: "", timedOut: false };
  }
}

describe("mount", () => {
  it.each(cases)(
    "$about",
    async ({ title, parameters, mounted = [], table = TABLE, does = [], says = [] }) => {
      const machine = new MountMachine(TABLE, mounted);
      const catalog = catalogOf([{ type: "Mount", title, parameters }]);
      const { lines } = await applied(catalog, machine);
      const here = new RegExp(`^(Notice|Error): /Stage\\[main\\]/Main/Mount\\[${title}\\]`);
      expect(lines.map((line) => line.replace(here, ""))).toEqual(says);
      expect(machine.ran).toEqual(does);
      expect(machine.text("/etc/fstab").replace(/^# HEADER.*\n/gm, "")).toBe(table);
      if (says.some((line) => line.includes("Could not"))) return;
      const again = await applied(catalog, machine);
      expect(again.lines).toEqual([]);
      expect(machine.ran).toEqual(does);
    },
  );

  it("comes after what it is mounted in, and before the files in it", async () => {
    const machine = new MountMachine(TABLE, []);
    const rows = [
      { type: "File", title: "/srv/x/y/file", parameters: { ensure: "directory", noop: true } },
      { type: "Mount", title: "/srv/x/y", parameters: { ...tmpfs, ensure: "mounted" } },
      { type: "Mount", title: "/srv/x", parameters: { ...tmpfs, ensure: "mounted" } },
    ];
    const { lines } = await applied(catalogOf(rows), machine);
    const made = lines.flatMap((line) => /(\w+\[[^\]]+\])\/ensure/.exec(line)?.[1] ?? []);
    expect(made).toEqual(["Mount[/srv/x]", "Mount[/srv/x/y]", "File[/srv/x/y/file]"]);
  });
});
