import type { Collectors, FactFamily } from "../family.ts";
import { type Host, outputOf, perHost } from "../host.ts";
import { humanBytes } from "../units.ts";

interface Disk {
  readonly model: string | undefined;
  readonly size_bytes: bigint | undefined;
  readonly size: string | undefined;
  readonly vendor: string | undefined;
  readonly type: string | undefined;
  readonly serial: string | undefined;
  readonly wwn: string | undefined;
}

const SECTOR = 512n;

/** Block devices that stand for hardware, in the order of the kernel's folder. */
function diskNames(host: Host): string[] {
  return host.list("/sys/block").filter((name) => host.exists(`/sys/block/${name}/device`));
}

const disks = perHost((host: Host): ReadonlyMap<string, Disk> => {
  const names = diskNames(host);
  const labels = names.length === 0 ? new Map() : serialsAndWwns(host);
  return new Map(names.map((name) => [name, disk(host, name, labels.get(name) ?? {})]));
});

function disk(host: Host, name: string, labels: { serial?: string; wwn?: string }): Disk {
  const of = (file: string) => host.read(`/sys/block/${name}/${file}`)?.trim();
  const sectors = of("size");
  const bytes = sectors === undefined ? undefined : BigInt(sectors) * SECTOR;
  const rotational = of("queue/rotational");
  return {
    model: of("device/model"),
    size_bytes: bytes,
    size: bytes === undefined ? undefined : humanBytes(bytes),
    vendor: of("device/vendor"),
    type: rotational === undefined ? undefined : rotational === "0" ? "ssd" : "hdd",
    serial: labels.serial,
    wwn: labels.wwn,
  };
}

/** udev knows these; lsblk asks it. One call for all disks. */
function serialsAndWwns(host: Host): Map<string, { serial?: string; wwn?: string }> {
  const found = new Map<string, { serial?: string; wwn?: string }>();
  for (const line of outputOf(host, "lsblk", "-dnP", "-o", "NAME,SERIAL,WWN").split("\n")) {
    const [, name, serial, wwn] = /^NAME="(.*)" SERIAL="(.*)" WWN="(.*)"$/.exec(line) ?? [];
    if (name) found.set(name, { ...(serial && { serial }), ...(wwn && { wwn }) });
  }
  return found;
}

function legacyOf(host: Host): Collectors {
  const facts: Record<string, (host: Host) => string | bigint | undefined> = {};
  for (const name of diskNames(host)) {
    facts[`blockdevice_${name}_model`] = (asked) => disks(asked).get(name)?.model;
    facts[`blockdevice_${name}_size`] = (asked) => disks(asked).get(name)?.size_bytes;
    facts[`blockdevice_${name}_vendor`] = (asked) => disks(asked).get(name)?.vendor;
  }
  return facts;
}

/** Disks: models, sizes, kinds. */
export const diskFacts: FactFamily = {
  facts: {
    disks: (host) => {
      const found = disks(host);
      if (found.size === 0) return undefined;
      return Object.fromEntries([...found].map(([name, one]) => [name, { ...one }]));
    },
  },
  legacy: { blockdevices: (host) => diskNames(host).join(",") || undefined },
  legacyOf,
};
