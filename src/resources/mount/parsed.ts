import type { Machine } from "../../machine/machine.ts";
import { runWith, type Step } from "../../machine/step.ts";
import type { AnyProvider, AnyWanted, Instance } from "../define.ts";
import { plainFiles } from "../records/plain-file.ts";
import {
  changedRecord,
  type FoundRecord,
  type RecordSpec,
  readRecord,
  recordProvider,
} from "../records/record-provider.ts";
import { fstabFormat } from "./fstab.ts";
import { FSTAB } from "./mount.ts";

const spec: RecordSpec = {
  name: "parsed",
  format: fstabFormat,
  place: plainFiles(),
  target: FSTAB,
  states: ["device", "fstype", "options", "pass", "dump"],
};

interface Found extends FoundRecord {
  /** `ghost`: mounted, and not in fstab. */
  readonly ensure: "absent" | "ghost" | "unmounted" | "mounted";
  readonly mount: string;
  readonly umount: string;
}

const records = recordProvider(spec);

/** File systems of fstab, by mount(8) and umount(8). */
export const parsed: AnyProvider = {
  ...records,
  suits: (host) => host.command("mount") !== undefined && host.command("umount") !== undefined,
  async read(wanted, machine, around) {
    const found = await readRecord(spec, wanted, machine, around);
    const isMounted = mountPoints(machine).includes(wanted.name);
    const inTable = found.located !== undefined;
    return {
      ...found,
      ensure: inTable ? (isMounted ? "mounted" : "unmounted") : isMounted ? "ghost" : "absent",
      mount: machine.which("mount") ?? "/usr/bin/mount",
      umount: machine.which("umount") ?? "/usr/bin/umount",
    };
  },
  change: {
    /** What must be done before it can be said that it is done; the rest follows in `flush`, as Puppet has it. */
    ensure(to, wanted, is) {
      const found = is as unknown as Found;
      const unmount = isMounted(found) ? [umounted(wanted, found)] : [];
      if (to === "absent") return unmount;
      if (to === "mounted") return found.ensure === "unmounted" ? others(wanted, found) : [];
      if (to === "unmounted" && found.ensure === "ghost") return [...entered(wanted, found), ...unmount];
      return to === "unmounted" ? [...unmount, ...others(wanted, found)] : [];
    },
  },
  flush(changed, wanted, is) {
    const found = is as unknown as Found;
    if (!changed.includes("ensure")) return changedRecord(spec, changed, wanted, found);
    if (wanted.ensure === "absent") return changedRecord(spec, changed, wanted, found);
    const isWritten = found.ensure !== "absent" && found.ensure !== "ghost";
    const isDone = isWritten || (found.ensure === "ghost" && wanted.ensure === "unmounted");
    const written = isDone ? [] : entered(wanted, found);
    const mountIt = wanted.ensure === "mounted" && !isMounted(found);
    return mountIt ? [...written, mounted(wanted, found)] : written;
  },
  refresh(wanted, is) {
    const found = is as unknown as Found;
    if (wanted.fstype === "swap" || !isMounted(found)) return [];
    const remount = { ...REMOUNTING };
    if (wanted.remounts !== false) return [remount, runWith({}, found.mount, "-o", "remount", wanted.name)];
    return [remount, umounted(wanted, found), mounted(wanted, found)];
  },
  async instances(machine) {
    const listed = (await records.instances!(machine)) as readonly Instance[];
    const points = mountPoints(machine);
    const inTable = new Set(listed.map(({ name }) => name));
    const ghosts = [...new Set(points)].filter((name) => !inTable.has(name));
    return [
      ...listed.map(({ name, state }) => ({
        name,
        state: { ...state, ensure: points.includes(name) ? "mounted" : "unmounted" },
      })),
      ...ghosts.map((name) => ({ name, state: { ensure: "ghost", target: FSTAB } })),
    ];
  },
};

const REMOUNTING = { kind: "say", message: "Remounting", level: "info", speaker: "nobody" } as const;

function isMounted({ ensure }: Found): boolean {
  return ensure === "mounted" || ensure === "ghost";
}

/** The new entry of a file system that has none. */
function entered(wanted: AnyWanted, found: Found): readonly Step[] {
  return changedRecord(spec, ["ensure"], wanted, found);
}

/** The other states of an entry that is there, so far as they are not as they should be. */
function others(wanted: AnyWanted, found: Found): readonly Step[] {
  const names = [...spec.states, "target"];
  const changed = names.filter(
    (name) => wanted[name] !== undefined && String(found[name]) !== String(wanted[name]),
  );
  return changed.length === 0 ? [] : changedRecord(spec, changed, wanted, found);
}

function mounted({ name }: AnyWanted, { mount }: Found): Step {
  return runWith({}, mount, name);
}

function umounted({ name }: AnyWanted, { umount }: Found): Step {
  return runWith({}, umount, name);
}

/** Where file systems are mounted now (proc(5), mountinfo), blanks decoded. */
export function mountPoints(machine: Machine): readonly string[] {
  const lines = machine.readFile("/proc/self/mountinfo").toString("utf8").split("\n");
  return lines.flatMap((line) => {
    const path = line.split(" ")[4];
    return path === undefined
      ? []
      : [path.replace(/\\(\d{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)))];
  });
}
