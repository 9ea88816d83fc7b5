import type { FactFamily } from "../family.ts";
import { type Host, outputOf, perHost } from "../host.ts";
import { mounts } from "../reading/mounts.ts";
import { humanBytes } from "../units.ts";

interface Partition {
  readonly device: string;
  /** The folder of the kernel that describes it. */
  readonly folder: string;
  readonly backingFile?: string;
}

const BLOCK = "/sys/block";
const SECTOR = 512n;

function found(host: Host): Partition[] {
  return host.list(BLOCK).flatMap((name): Partition[] => {
    const folder = `${BLOCK}/${name}`;
    if (host.isDirectory(`${folder}/device`)) return ofDisk(host, name, folder);
    if (host.isDirectory(`${folder}/dm`)) return [mapped(host, name, folder)];
    return host.isDirectory(`${folder}/loop`) ? [loop(host, name, folder)] : [];
  });
}

function ofDisk(host: Host, disk: string, folder: string): Partition[] {
  return host
    .list(folder)
    .filter((name) => name.includes(disk) && host.exists(`${folder}/${name}/partition`))
    .map((name) => ({ device: `/dev/${name}`, folder: `${folder}/${name}` }));
}

function mapped(host: Host, name: string, folder: string): Partition {
  const map = host.read(`${folder}/dm/name`)?.trimEnd();
  return { device: map ? `/dev/mapper/${map}` : `/dev/${name}`, folder };
}

function loop(host: Host, name: string, folder: string): Partition {
  const backingFile = host.read(`${folder}/loop/backing_file`)?.trimEnd();
  return { device: `/dev/${name}`, folder, ...(backingFile && { backingFile }) };
}

/** What blkid knows of each device, by its own upper-case keys. */
const labels = perHost((host: Host): ReadonlyMap<string, Readonly<Record<string, string>>> => {
  const lines = outputOf(host, "blkid").split("\n");
  return new Map(
    lines
      .filter((line) => line.includes(": "))
      .map((line) => {
        const at = line.indexOf(": ");
        const pairs = [...line.slice(at + 1).matchAll(/ ([^= ]+)="([^"]*)"/g)];
        return [line.slice(0, at), Object.fromEntries(pairs.map(([, key, value]) => [key, value]))];
      }),
  );
});

function partitionFact(host: Host, { device, folder, backingFile }: Partition) {
  const bytes = BigInt(host.read(`${folder}/size`)?.trim() || 0) * SECTOR;
  const known = labels(host).get(device) ?? {};
  return {
    size_bytes: bytes,
    size: humanBytes(bytes),
    backing_file: backingFile,
    filesystem: known.TYPE,
    uuid: known.UUID,
    label: known.LABEL,
    partuuid: known.PARTUUID,
    partlabel: known.PARTLABEL,
    mount: mounts(host).find((mount) => mount.device === device)?.path,
  };
}

/** Partitions, mapped devices and loops, and what is on them. */
export const partitionFacts: FactFamily = {
  facts: {
    partitions: (host) => {
      const all = found(host);
      if (all.length === 0) return undefined;
      return Object.fromEntries(all.map((one) => [one.device, partitionFact(host, one)]));
    },
  },
};
